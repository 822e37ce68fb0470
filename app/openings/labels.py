"""The Norwegian names of what openings are made of."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from app.words.filters import written_clock
from app.words.numbers import NUMBERS
from matching.catalogue.choices import (
    Adaptation,
    HoursBand,
    InterestArea,
    PoliceCertificateBasis,
    TaskCategory,
    TrainingCompanyStatus,
    Weekday,
)
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, NightException
from matching.openings.search import HOURS_OF
from matching.records.types import OpeningState

NIGHT_ENDS = LazyString(written_clock, NUMBERS.night_ends)


def _start(letter: NightException) -> LazyString:
    return LazyString(written_clock, NUMBERS.night_exception_from(letter))


def _until(letter: NightException) -> LazyString:
    return LazyString(written_clock, NUMBERS.night_exception_until(letter))


LABELS: Labels = {
    OpeningKind: {
        OpeningKind.PERMANENT_JOB: _l("Fast jobb"),
        OpeningKind.TEMPORARY_JOB: _l("Midlertidig jobb"),
        OpeningKind.SUMMER_JOB: _l("Sommerjobb"),
        OpeningKind.APPRENTICE: _l("Læreplass"),
        OpeningKind.TRAINING_CANDIDATE: _l("Lærekandidat"),
        OpeningKind.PRACTICE_CERTIFICATE: _l("Praksisbrev"),
        OpeningKind.WORK_TRAINING_FULL: _l("Arbeidstrening, heltid"),
        OpeningKind.WORK_TRAINING_PART: _l("Arbeidstrening, deltid"),
    },
    OpeningState: {
        OpeningState.DRAFT: _l("Utkast"),
        OpeningState.PUBLISHED: _l("Publisert"),
        OpeningState.PAUSED: _l("Skjult en stund"),
        OpeningState.EXPIRED: _l("Utløpt"),
        OpeningState.CLOSED: _l("Avsluttet"),
    },
    Adaptation: {
        Adaptation.QUIET_PLACE: _l("Et rolig sted å jobbe"),
        Adaptation.GRADUAL_HOURS: _l("Færre timer i starten, flere etter hvert"),
        Adaptation.FLEXIBLE_START: _l("Fleksibelt oppmøte om morgenen"),
        Adaptation.EXTRA_BREAKS: _l("Ekstra pauser"),
        Adaptation.TIME_FOR_APPOINTMENTS: _l("Fri til avtaler i arbeidstiden"),
        Adaptation.WRITTEN_INSTRUCTIONS: _l("Skriftlige instrukser og sjekklister"),
        Adaptation.SHOWN_IN_PRACTICE: _l("Oppgaver som blir vist i praksis"),
        Adaptation.PREDICTABLE_TASKS: _l("Faste og forutsigbare oppgaver"),
        Adaptation.PLAIN_LANGUAGE: _l("Enkelt språk"),
        Adaptation.ONE_CONTACT: _l("Én fast person å spørre"),
        Adaptation.MENTOR_BESIDE: _l("Mentor som jobber ved siden av"),
        Adaptation.SUPPORT_PERSON: _l("Plass til egen støtteperson eller jobbspesialist"),
        Adaptation.NO_CUSTOMER_CONTACT: _l("Arbeid uten kundekontakt"),
        Adaptation.STEP_FREE: _l("Trinnfri adkomst"),
        Adaptation.SIT_OR_STAND: _l("Arbeid der man kan sitte eller stå"),
        Adaptation.LIGHT_LIFTING: _l("Bare lette løft"),
    },
    InterestArea: {
        InterestArea.SHOP: _l("Butikk og salg"),
        InterestArea.FOOD_AND_SERVING: _l("Mat og servering"),
        InterestArea.WAREHOUSE_AND_TRANSPORT: _l("Lager og transport"),
        InterestArea.CLEANING_AND_RECYCLING: _l("Renhold og gjenvinning"),
        InterestArea.BUILDING: _l("Bygg og anlegg"),
        InterestArea.WORKSHOP_AND_PRODUCTION: _l("Verksted og produksjon"),
        InterestArea.CHILDREN: _l("Barn og skole"),
        InterestArea.CARE: _l("Helse og omsorg"),
        InterestArea.OFFICE_AND_SERVICE: _l("Kontor og service"),
        InterestArea.NATURE_AND_ANIMALS: _l("Natur og dyr"),
        InterestArea.IT_AND_MEDIA: _l("IT og medier"),
        InterestArea.CULTURE_AND_EVENTS: _l("Kultur og arrangement"),
        InterestArea.HAIR_AND_BEAUTY: _l("Hår og velvære"),
    },
    HoursBand: {
        HoursBand.UP_TO_15: _l("Inntil %(most)s timer", most=HOURS_OF[HoursBand.UP_TO_15][1]),
        HoursBand.FROM_15_TO_30: _l(
            "%(least)s–%(most)s timer",
            least=HOURS_OF[HoursBand.FROM_15_TO_30][0],
            most=HOURS_OF[HoursBand.FROM_15_TO_30][1],
        ),
        HoursBand.OVER_30: _l("Mer enn %(least)s timer", least=HOURS_OF[HoursBand.OVER_30][0]),
    },
    Weekday: {
        Weekday.MONDAY: _l("mandag"),
        Weekday.TUESDAY: _l("tirsdag"),
        Weekday.WEDNESDAY: _l("onsdag"),
        Weekday.THURSDAY: _l("torsdag"),
        Weekday.FRIDAY: _l("fredag"),
        Weekday.SATURDAY: _l("lørdag"),
        Weekday.SUNDAY: _l("søndag"),
    },
    TaskCategory: {
        TaskCategory.NEEDS_FORMAL_COMPETENCE: _l("Oppgaver som krever formell kompetanse"),
        TaskCategory.PATH_TO_COMPETENCE: _l("Oppgaver som er en vei til kompetanse"),
        TaskCategory.NEEDS_NO_COMPETENCE: _l("Oppgaver som ikke krever formell kompetanse"),
    },
    TrainingCompanyStatus: {
        TrainingCompanyStatus.NONE: _l("Nei"),
        TrainingCompanyStatus.APPLYING: _l("Vi har søkt"),
        TrainingCompanyStatus.APPROVED: _l("Ja, vi er godkjent lærebedrift"),
        TrainingCompanyStatus.LIMITED: _l("Ja, med begrenset godkjenning"),
        TrainingCompanyStatus.VIA_TRAINING_OFFICE: _l("Ja, gjennom et opplæringskontor"),
    },
    PoliceCertificateBasis: {
        PoliceCertificateBasis.KINDERGARTEN: _l("Barnehage"),
        PoliceCertificateBasis.SCHOOL: _l("Skole og SFO"),
        PoliceCertificateBasis.HEALTH_AND_CARE: _l("Helse og omsorg"),
        PoliceCertificateBasis.CHILD_WELFARE: _l("Barnevern"),
        PoliceCertificateBasis.LEISURE_WITH_CHILDREN: _l("Fritid og idrett for barn"),
    },
    NightException: {
        NightException.A: _l("a: kultur, kunst og idrett, til kl. %(until)s", until=_until(NightException.A)),
        NightException.B: _l("b: lærling på hotell og i restaurant, til kl. %(until)s", until=_until(NightException.B)),
        NightException.C: _l("c: avisbud, fra kl. %(start)s", start=_start(NightException.C)),
        NightException.D: _l(
            "d: toskiftsarbeid som ikke er industri, bygg eller transport, kl. %(start)s–%(until)s",
            start=NIGHT_ENDS,
            until=_until(NightException.D),
        ),
        NightException.E: _l("e: renhold utenom åpningstiden, til kl. %(until)s", until=_until(NightException.E)),
        NightException.F: _l(
            "f: lett vakt- og portnertjeneste, kl. %(start)s–%(until)s",
            start=NIGHT_ENDS,
            until=_until(NightException.F),
        ),
        NightException.G: _l(
            "g: lett arbeid i omsorg, internat eller barnehage, kl. %(start)s–%(until)s",
            start=NIGHT_ENDS,
            until=_until(NightException.G),
        ),
        NightException.H: _l("h: lett arbeid på sykehus som del av opplæring i helsefag"),
    },
    HazardCode: {
        HazardCode.BEYOND_CAPACITY: _l("Arbeid som er tyngre enn unge kropper tåler"),
        HazardCode.HARMFUL_SUBSTANCES: _l("Giftige eller kreftfremkallende stoffer"),
        HazardCode.HARMFUL_RADIATION: _l("Skadelig stråling"),
        HazardCode.HIDDEN_ACCIDENT_RISK: _l("Fare for ulykker som er vanskelig å oppdage"),
        HazardCode.IONISING_RADIATION: _l("Ioniserende stråling"),
        HazardCode.HIGH_PRESSURE: _l("Arbeid under høyt trykk, som dykking"),
        HazardCode.BIOLOGICAL_AGENTS: _l("Smittefarlige stoffer"),
        HazardCode.DANGEROUS_CHEMICALS: _l("Farlige kjemikalier"),
        HazardCode.LEAD_OR_ASBESTOS: _l("Bly eller asbest"),
        HazardCode.EXPLOSIVES: _l("Eksplosiver eller fyrverkeri"),
        HazardCode.DANGEROUS_ANIMALS: _l("Farlige dyr"),
        HazardCode.INDUSTRIAL_SLAUGHTER: _l("Industriell slakting"),
        HazardCode.GAS_HANDLING: _l("Gass under trykk"),
        HazardCode.CHEMICAL_VATS: _l("Tanker og kar med kjemikalier"),
        HazardCode.COLLAPSE: _l("Fare for ras eller sammenrasing"),
        HazardCode.HIGH_VOLTAGE: _l("Høyspenning"),
        HazardCode.MACHINE_PACED_PIECEWORK: _l("Akkord der en maskin bestemmer farten"),
        HazardCode.DANGEROUS_EQUIPMENT: _l("Farlige maskiner: truck, kran, gravemaskin, sag"),
    },
}

KIND_HINTS: dict[OpeningKind, LazyString] = {
    OpeningKind.PERMANENT_JOB: _l("Ingen sluttdato. Deltid er også fast jobb."),
    OpeningKind.TEMPORARY_JOB: _l("Har en sluttdato, for eksempel et vikariat eller et prosjekt."),
    OpeningKind.SUMMER_JOB: _l("Noen uker om sommeren."),
    OpeningKind.APPRENTICE: _l("Lærekontrakt, fram til fag- eller svenneprøve."),
    OpeningKind.TRAINING_CANDIDATE: _l("Opplæringskontrakt med færre mål, fram til kompetanseprøve."),
    OpeningKind.PRACTICE_CERTIFICATE: _l("To år i bedrift, fram til praksisbrevprøve."),
    OpeningKind.WORK_TRAINING_FULL: _l(
        "Uten lønn, etter avtale med Nav. Vises bare for veiledere og kandidater som får den foreslått."
    ),
    OpeningKind.WORK_TRAINING_PART: _l(
        "Uten lønn, noen timer i uken, etter avtale med Nav. "
        "Vises bare for veiledere og kandidater som får den foreslått."
    ),
}
"""What each kind of place is, for an employer who chooses."""
