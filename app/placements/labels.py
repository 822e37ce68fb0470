"""The Norwegian names around placements: states, contracts, parties, endings; and the tone of each state."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from matching.catalogue.kinds import ContractType
from matching.progress.rules.jobs import LASTED
from matching.progress.types import JobEventKind, UndoReason
from matching.records.types import ApprovalParty, EndReason, FollowUpState, OnBehalfReason, PlacementState, SkipReason

LABELS: Labels = {
    PlacementState: {
        PlacementState.DRAFT: _l("Avtale under arbeid"),
        PlacementState.AGREED: _l("Avtalt"),
        PlacementState.STARTED: _l("I gang"),
        PlacementState.ENDED: _l("Avsluttet"),
        PlacementState.CANCELLED: _l("Stoppet før start"),
    },
    FollowUpState: {
        FollowUpState.PLANNED: _l("Planlagt"),
        FollowUpState.DONE: _l("Gjennomført"),
        FollowUpState.SKIPPED: _l("Ikke holdt"),
        FollowUpState.CANCELLED: _l("Falt bort"),
    },
    ContractType: {
        ContractType.EMPLOYMENT_CONTRACT: _l("Arbeidsavtale"),
        ContractType.NAV_AGREEMENT: _l("Avtale med Nav"),
        ContractType.TRAINING_CONTRACT: _l("Lærekontrakt eller opplæringskontrakt"),
    },
    ApprovalParty: {
        ApprovalParty.EMPLOYER: _l("Arbeidsgiveren"),
        ApprovalParty.CANDIDATE: _l("Kandidaten"),
        ApprovalParty.COUNSELLOR: _l("Veilederen"),
    },
    OnBehalfReason: {
        OnBehalfReason.NO_EID: _l("Har ikke BankID eller en annen måte å logge inn på"),
        OnBehalfReason.RESERVED: _l("Vil ikke bruke digitale tjenester"),
        OnBehalfReason.DIGITAL_COMPETENCE: _l("Trenger å få det forklart og svare muntlig"),
    },
    SkipReason: {
        SkipReason.NOT_REACHED: _l("Fikk ikke tak i personen"),
        SkipReason.NOT_WANTED: _l("Personen ville ikke ha samtalen"),
        SkipReason.TALKED_OTHERWISE: _l("Vi snakket sammen i en annen sammenheng"),
        SkipReason.OTHER: _l("Noe annet kom i veien"),
    },
    JobEventKind: {
        JobEventKind.PLEDGED: _l("Lovet"),
        JobEventKind.POSTED: _l("Lagt ut"),
        JobEventKind.AGREED: _l("Avtalt"),
        JobEventKind.STARTED: _l("Begynt"),
        **{kind: _l("Fortsatt der etter %(n)s uker", n=weeks) for weeks, kind in LASTED.items()},
        JobEventKind.ENDED: _l("Avsluttet"),
        JobEventKind.UNDONE: _l("Oppstarten er tatt tilbake"),
    },
    UndoReason: {
        UndoReason.NEVER_BEGAN: _l("Personen begynte ikke"),
        UndoReason.WRONG_DAY: _l("Dagen var feil"),
        UndoReason.WRONG_PLACEMENT: _l("Det gjaldt en annen avtale"),
        UndoReason.OTHER: _l("Noe annet var feil"),
    },
    EndReason: {
        EndReason.COMPLETED_AS_PLANNED: _l("Gjennomført som planlagt"),
        EndReason.HIRED_BY_EMPLOYER: _l("Ansatt videre på samme sted"),
        EndReason.OTHER_JOB: _l("Begynte i en annen jobb"),
        EndReason.EDUCATION: _l("Begynte på skole eller utdanning"),
        EndReason.CANDIDATE_STOPPED: _l("Kandidaten ønsket å slutte"),
        EndReason.EMPLOYER_STOPPED: _l("Arbeidsgiveren ønsket å avslutte"),
        EndReason.NO_MORE_WORK: _l("Det var ikke mer arbeid"),
        EndReason.MOVED: _l("Flyttet"),
        EndReason.OTHER: _l("Noe annet"),
    },
}

TONES: dict[str, str] = {
    PlacementState.DRAFT: "info",
    PlacementState.AGREED: "info",
    PlacementState.STARTED: "success",
    FollowUpState.PLANNED: "info",
    FollowUpState.DONE: "success",
}


def tone(state: str) -> str:
    """The tone in which a state is shown."""
    return TONES.get(state, "neutral")
