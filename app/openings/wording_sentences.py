"""Sentences for what the check of an advert's wording finds: what is wrong, and what to write instead."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from matching.law.advert import AdvertCode, AdvertFinding, AdvertSuggestion

WHAT_IS_WRONG: dict[AdvertCode, LazyString] = {
    AdvertCode.UPPER_AGE: _l("En annonse kan ikke ha øvre aldersgrense eller aldersgruppe."),
    AdvertCode.AIMED_AT_THE_YOUNG: _l("En annonse kan ikke rette seg bare mot unge. Nav hjelper unge å finne plassen."),
    AdvertCode.LOWER_AGE_WITHOUT_BASIS: _l("En nedre aldersgrense må ha grunnlag i loven."),
    AdvertCode.YOUNG_WORKPLACE: _l("Å kalle miljøet ungt kan holde andre borte."),
    AdvertCode.INDIRECT_AGE: _l("Dette kan leses som et krav om alder."),
    AdvertCode.AIMED_AT_STUDENTS: _l("Dette holder dem ute som ikke er studenter eller elever."),
    AdvertCode.GENDER: _l("En annonse kan ikke be om et bestemt kjønn."),
    AdvertCode.GENDERED_TITLE: _l("Tittelen antyder et kjønn."),
    AdvertCode.ETHNICITY: _l("En annonse kan ikke stille krav om etnisk bakgrunn."),
    AdvertCode.MOTHER_TONGUE: _l("En annonse kan ikke kreve et bestemt morsmål."),
    AdvertCode.CITIZENSHIP: _l("Statsborgerskap kan bare kreves når loven sier det."),
    AdvertCode.RELIGION_OR_BELIEF: _l("En annonse kan ikke spørre etter tro eller livssyn."),
    AdvertCode.LANGUAGE_LEVEL_UNCLEAR: _l("Det er uklart hvor mye norsk arbeidet krever."),
    AdvertCode.HEALTH: _l("En annonse kan ikke stille krav om helse."),
    AdvertCode.PREGNANCY: _l("En annonse kan ikke spørre om graviditet eller familieplaner."),
    AdvertCode.MILITARY_SERVICE: _l("Militærtjeneste er sjelden nødvendig for arbeidet."),
    AdvertCode.UNION_OR_POLITICS: _l("En annonse kan ikke spørre om fagforening eller politikk."),
    AdvertCode.CRIMINAL_RECORD: _l("Politiattest kan bare kreves når loven sier det."),
    AdvertCode.PHYSICAL_UNCLEAR: _l("Det er uklart hva kroppen må tåle."),
    AdvertCode.PRESSURE_UNCLEAR: _l("Det er uklart hvor travelt det er."),
    AdvertCode.VAGUE_OR_EXCLUDING: _l("Dette sier lite om arbeidet og kan skremme gode kandidater bort."),
    AdvertCode.JARGON: _l("Dette ordet er det ikke alle som kjenner."),
}

WHAT_TO_DO: dict[AdvertSuggestion, LazyString] = {
    AdvertSuggestion.REMOVE: _l("Ta det bort."),
    AdvertSuggestion.OPEN_TO_ALL: _l("Skriv til alle som kan gjøre arbeidet."),
    AdvertSuggestion.CHOOSE_LEGAL_BASIS: _l(
        "Ta det bort. Kryss av for oppgaver med aldersgrense lenger nede, så står den riktige grensen i annonsen."
    ),
    AdvertSuggestion.DESCRIBE_THE_WORKPLACE: _l("Fortell heller hvordan dere har det på jobb."),
    AdvertSuggestion.SAY_WHAT_THE_WORK_NEEDS: _l("Skriv heller hva arbeidet krever."),
    AdvertSuggestion.NEUTRAL_TITLE: _l("Bruk en tittel som passer for alle."),
    AdvertSuggestion.SAY_NORWEGIAN_LEVEL: _l(
        "Si hva man må forstå, snakke eller skrive på norsk, for eksempel «lese en arbeidsliste»."
    ),
    AdvertSuggestion.SAY_IF_THE_LAW_REQUIRES_IT: _l("Ta det bort, eller oppgi hvilken lov som krever det."),
    AdvertSuggestion.DESCRIBE_THE_TASK: _l("Beskriv oppgaven, for eksempel «løfte esker på inntil 10 kilo»."),
    AdvertSuggestion.SAY_HOW_BUSY: _l("Si heller når det er travelt, og hvem som hjelper til da."),
    AdvertSuggestion.PLAIN_WORDS: _l("Bruk et vanlig norsk ord, eller forklar det."),
}


def wording_sentence(finding: AdvertFinding) -> str:
    """The marked words, what is wrong with them and what to write instead."""
    return _(
        "«%(words)s»: %(wrong)s %(instead)s",
        words=finding.matched,
        wrong=WHAT_IS_WRONG[finding.code],
        instead=WHAT_TO_DO[finding.suggestion],
    )
