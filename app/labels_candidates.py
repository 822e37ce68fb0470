"""The Norwegian names of what candidates and proposals are made of; part of the one table in app/labels.py."""

from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from matching.rules.next_step import NextStep
from matching.types import (
    NoReason,
    ProposalState,
    ReadPurpose,
    ReadWhat,
    SharedItem,
    SkillGroup,
    TravelMode,
)

CANDIDATE_LABELS: dict[type[StrEnum], dict[StrEnum, LazyString]] = {
    ProposalState: {
        ProposalState.proposed: _l("Venter på svar fra kandidaten"),
        ProposalState.candidate_yes: _l("Kandidaten har sagt ja"),
        ProposalState.candidate_no: _l("Kandidaten har sagt nei"),
        ProposalState.employer_yes: _l("Begge har sagt ja"),
        ProposalState.employer_no: _l("Arbeidsgiveren har sagt nei"),
        ProposalState.withdrawn: _l("Trukket tilbake"),
        ProposalState.lapsed: _l("Falt bort"),
        ProposalState.placed: _l("Avtalt"),
        ProposalState.finished: _l("Avsluttet"),
    },
    ReadPurpose: {
        ReadPurpose.follow_up: _l("for å følge deg opp"),
        ReadPurpose.find_place: _l("for å finne plasser til deg"),
        ReadPurpose.find_person: _l("for å se hvem en plass kan passe for"),
        ReadPurpose.answer_yes: _l("fordi du har sagt ja til en plass"),
        ReadPurpose.agreement: _l("for å lage eller følge opp en avtale"),
    },
    ReadWhat: {
        ReadWhat.list_entry: _l("navnet ditt i en liste"),
        ReadWhat.card: _l("hva du kan og ønsker"),
        ReadWhat.profile: _l("alt som står om deg"),
        ReadWhat.proposal: _l("et forslag til deg og svaret ditt"),
        ReadWhat.disclosed: _l("det du deler med arbeidsgiveren"),
        ReadWhat.placement: _l("avtalen og oppfølgingen"),
    },
    SharedItem: {
        SharedItem.first_name: _l("Fornavnet ditt"),
        SharedItem.phone: _l("Telefonnummeret ditt"),
        SharedItem.email: _l("E-postadressen din"),
        SharedItem.adaptations: _l("Hva som må tilpasses for deg"),
    },
    NoReason: {
        NoReason.too_far: _l("Det er for langt å reise"),
        NoReason.hours: _l("Tidene passer ikke"),
        NoReason.tasks: _l("Jeg vil gjøre noe annet"),
        NoReason.workplace: _l("Jeg vil ikke jobbe akkurat der"),
        NoReason.not_now: _l("Det passer ikke nå"),
        NoReason.other: _l("Noe annet"),
    },
    NextStep: {
        NextStep.make_agreement: _l("Lag avtale"),
        NextStep.find_places: _l("Finn plasser"),
        NextStep.fill_profile: _l("Fyll ut sammen"),
        NextStep.wait_for_employer: _l("Venter på arbeidsgiver"),
        NextStep.wait_for_candidate: _l("Venter på kandidaten"),
        NextStep.follow_up: _l("Følg opp"),
        NextStep.paused: _l("Pause"),
    },
    TravelMode: {
        TravelMode.walk: _l("Gå"),
        TravelMode.bicycle: _l("Sykle"),
        TravelMode.public_transport: _l("Buss, tog eller båt"),
        TravelMode.moped: _l("Moped"),
        TravelMode.car: _l("Bil"),
        TravelMode.lift: _l("Noen kjører meg"),
    },
    SkillGroup: {
        SkillGroup.everyday: _l("Hverdag og arbeid"),
        SkillGroup.driving: _l("Førerkort"),
        SkillGroup.machines: _l("Maskiner"),
        SkillGroup.safety: _l("Sikkerhet"),
        SkillGroup.food: _l("Mat"),
        SkillGroup.norwegian: _l("Norsk"),
        SkillGroup.digital: _l("Data og mobil"),
    },
}
