"""The Norwegian names around placements: states, contracts, parties, endings; and the tone of each state."""

from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from matching.progress.trace import Figure
from matching.types import (
    ApprovalParty,
    ContractType,
    EndReason,
    FollowUpState,
    JobEventKind,
    OnBehalfReason,
    PlacementState,
    SkipReason,
)

PLACEMENT_LABELS: dict[type[StrEnum], dict[StrEnum, LazyString]] = {
    PlacementState: {
        PlacementState.draft: _l("Avtale under arbeid"),
        PlacementState.agreed: _l("Avtalt"),
        PlacementState.started: _l("I gang"),
        PlacementState.ended: _l("Avsluttet"),
        PlacementState.cancelled: _l("Avlyst"),
    },
    FollowUpState: {
        FollowUpState.planned: _l("Planlagt"),
        FollowUpState.done: _l("Gjennomført"),
        FollowUpState.skipped: _l("Ikke holdt"),
        FollowUpState.cancelled: _l("Falt bort"),
    },
    ContractType: {
        ContractType.employment_contract: _l("Arbeidsavtale"),
        ContractType.nav_agreement: _l("Avtale med NAV"),
        ContractType.training_contract: _l("Lærekontrakt eller opplæringskontrakt"),
    },
    ApprovalParty: {
        ApprovalParty.employer: _l("Arbeidsgiveren"),
        ApprovalParty.candidate: _l("Kandidaten"),
        ApprovalParty.counsellor: _l("Veilederen"),
    },
    OnBehalfReason: {
        OnBehalfReason.no_eid: _l("Har ikke BankID eller en annen måte å logge inn på"),
        OnBehalfReason.reserved: _l("Vil ikke bruke digitale tjenester"),
        OnBehalfReason.digital_competence: _l("Trenger å få det forklart og svare muntlig"),
    },
    SkipReason: {
        SkipReason.not_reached: _l("Fikk ikke tak i personen"),
        SkipReason.not_wanted: _l("Personen ville ikke ha samtalen"),
        SkipReason.talked_otherwise: _l("Vi snakket sammen i en annen sammenheng"),
        SkipReason.other: _l("Noe annet kom i veien"),
    },
    JobEventKind: {
        JobEventKind.pledged: _l("Lovet"),
        JobEventKind.posted: _l("Lagt ut"),
        JobEventKind.agreed: _l("Avtalt"),
        JobEventKind.started: _l("Startet"),
        JobEventKind.lasted_13: _l("Fortsatt der etter 13 uker"),
        JobEventKind.lasted_26: _l("Fortsatt der etter 26 uker"),
        JobEventKind.lasted_52: _l("Fortsatt der etter 52 uker"),
        JobEventKind.ended: _l("Avsluttet"),
    },
    Figure: {
        Figure.pledged: _l("Lovet"),
        Figure.posted: _l("Lagt ut"),
        Figure.agreed: _l("Avtalt"),
        Figure.started: _l("Startet"),
        Figure.due_13: _l("Skulle vare i 13 uker"),
        Figure.lasted_13: _l("Fortsatt der etter 13 uker"),
        Figure.due_26: _l("Skulle vare i 26 uker"),
        Figure.lasted_26: _l("Fortsatt der etter 26 uker"),
        Figure.due_52: _l("Skulle vare i 52 uker"),
        Figure.lasted_52: _l("Fortsatt der etter 52 uker"),
    },
    EndReason: {
        EndReason.completed_as_planned: _l("Gjennomført som planlagt"),
        EndReason.hired_by_employer: _l("Ansatt videre på samme sted"),
        EndReason.other_job: _l("Begynte i en annen jobb"),
        EndReason.education: _l("Begynte på skole eller utdanning"),
        EndReason.candidate_stopped: _l("Kandidaten ønsket å slutte"),
        EndReason.employer_stopped: _l("Arbeidsgiveren ønsket å avslutte"),
        EndReason.no_more_work: _l("Det var ikke mer arbeid"),
        EndReason.moved: _l("Flyttet"),
        EndReason.other: _l("Noe annet"),
    },
}

PLACEMENT_TONES: dict[StrEnum, str] = {
    PlacementState.draft: "info",
    PlacementState.agreed: "info",
    PlacementState.started: "success",
    FollowUpState.planned: "info",
    FollowUpState.done: "success",
}
