"""The Norwegian names of what candidates and proposals are made of."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from matching.candidates.types import RightsKind, RightsState
from matching.catalogue.choices import SkillGroup, TravelMode
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.types import NoReason, ProposalState, SharedItem
from matching.waiting.next_step import NextStep

LABELS: Labels = {
    ProposalState: {
        ProposalState.PROPOSED: _l("Venter på svar fra kandidaten"),
        ProposalState.CANDIDATE_YES: _l("Kandidaten har sagt ja"),
        ProposalState.CANDIDATE_NO: _l("Kandidaten har sagt nei"),
        ProposalState.EMPLOYER_YES: _l("Begge har sagt ja"),
        ProposalState.EMPLOYER_NO: _l("Arbeidsgiveren har sagt nei"),
        ProposalState.WITHDRAWN: _l("Trukket tilbake"),
        ProposalState.LAPSED: _l("Falt bort"),
        ProposalState.PLACED: _l("Avtalt"),
        ProposalState.FINISHED: _l("Avsluttet"),
    },
    ReadPurpose: {
        ReadPurpose.FOLLOW_UP: _l("for å følge deg opp"),
        ReadPurpose.FIND_PLACE: _l("for å finne plasser til deg"),
        ReadPurpose.FIND_PERSON: _l("for å se hvem en plass kan passe for"),
        ReadPurpose.ANSWER_YES: _l("fordi du har sagt ja til en plass"),
        ReadPurpose.AGREEMENT: _l("for å lage eller følge opp en avtale"),
        ReadPurpose.ANSWER_REQUEST: _l("for å svare på det du har bedt om"),
    },
    ReadWhat: {
        ReadWhat.LIST_ENTRY: _l("navnet ditt i en liste"),
        ReadWhat.CARD: _l("hva du kan og ønsker"),
        ReadWhat.PROFILE: _l("alt som står om deg"),
        ReadWhat.PROPOSAL: _l("et forslag til deg og svaret ditt"),
        ReadWhat.DISCLOSED: _l("det du deler med arbeidsgiveren"),
        ReadWhat.PLACEMENT: _l("avtalen og oppfølgingen"),
        ReadWhat.REQUEST: _l("det du har bedt om"),
    },
    SharedItem: {
        SharedItem.FIRST_NAME: _l("Fornavnet ditt"),
        SharedItem.PHONE: _l("Telefonnummeret ditt"),
        SharedItem.EMAIL: _l("E-postadressen din"),
        SharedItem.ADAPTATIONS: _l("Hva som må tilpasses for deg"),
    },
    NoReason: {
        NoReason.TOO_FAR: _l("Det er for langt å reise"),
        NoReason.HOURS: _l("Tidene passer ikke"),
        NoReason.TASKS: _l("Jeg vil gjøre noe annet"),
        NoReason.WORKPLACE: _l("Jeg vil ikke jobbe akkurat der"),
        NoReason.NOT_NOW: _l("Det passer ikke nå"),
        NoReason.OTHER: _l("Noe annet"),
    },
    RightsKind: {
        RightsKind.OBJECTION: _l("Vil ikke at opplysningene brukes"),
        RightsKind.RESTRICTION: _l("Stopp i bruken en stund"),
        RightsKind.DELETION: _l("Sletting"),
        RightsKind.CORRECTION: _l("Retting av noe som er feil"),
    },
    RightsState: {
        RightsState.WAITING: _l("Venter på svar"),
        RightsState.GRANTED: _l("Svaret er ja"),
        RightsState.REFUSED: _l("Svaret er nei"),
        RightsState.WITHDRAWN: _l("Trukket tilbake"),
    },
    NextStep: {
        NextStep.MAKE_AGREEMENT: _l("Lag avtale"),
        NextStep.FIND_PLACES: _l("Finn plasser"),
        NextStep.FILL_PROFILE: _l("Fyll ut sammen"),
        NextStep.WAIT_FOR_EMPLOYER: _l("Venter på arbeidsgiver"),
        NextStep.WAIT_FOR_CANDIDATE: _l("Venter på kandidaten"),
        NextStep.FOLLOW_UP: _l("Følg opp"),
        NextStep.PAUSED: _l("Pause"),
    },
    TravelMode: {
        TravelMode.WALK: _l("Gå"),
        TravelMode.BICYCLE: _l("Sykle"),
        TravelMode.PUBLIC_TRANSPORT: _l("Buss, tog eller båt"),
        TravelMode.MOPED: _l("Moped"),
        TravelMode.CAR: _l("Bil"),
        TravelMode.LIFT: _l("Noen kjører meg"),
    },
    SkillGroup: {
        SkillGroup.EVERYDAY: _l("Hverdag og arbeid"),
        SkillGroup.DRIVING: _l("Førerkort"),
        SkillGroup.MACHINES: _l("Maskiner"),
        SkillGroup.SAFETY: _l("Sikkerhet"),
        SkillGroup.FOOD: _l("Mat"),
        SkillGroup.NORWEGIAN: _l("Norsk"),
        SkillGroup.DIGITAL: _l("Data og mobil"),
    },
}
