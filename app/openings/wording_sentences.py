"""Sentences for what the check of an advert's wording finds: what is wrong, and what to write instead."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.translate import _
from matching.rules.advert import AdvertCode, AdvertFinding, AdvertSuggestion

WHAT_IS_WRONG: dict[AdvertCode, LazyString] = {
    AdvertCode.upper_age: _l("En annonse kan ikke ha øvre aldersgrense eller aldersgruppe."),
    AdvertCode.aimed_at_the_young: _l("En annonse kan ikke rette seg bare mot unge. Nav hjelper unge å finne plassen."),
    AdvertCode.lower_age_without_basis: _l("En nedre aldersgrense må ha grunnlag i loven."),
    AdvertCode.young_workplace: _l("Å kalle miljøet ungt kan holde andre borte."),
    AdvertCode.indirect_age: _l("Dette kan leses som et krav om alder."),
    AdvertCode.aimed_at_students: _l("Dette holder dem ute som ikke er studenter eller elever."),
    AdvertCode.gender: _l("En annonse kan ikke be om et bestemt kjønn."),
    AdvertCode.gendered_title: _l("Tittelen antyder et kjønn."),
    AdvertCode.ethnicity: _l("En annonse kan ikke stille krav om etnisk bakgrunn."),
    AdvertCode.mother_tongue: _l("En annonse kan ikke kreve et bestemt morsmål."),
    AdvertCode.citizenship: _l("Statsborgerskap kan bare kreves når loven sier det."),
    AdvertCode.religion_or_belief: _l("En annonse kan ikke spørre etter tro eller livssyn."),
    AdvertCode.language_level_unclear: _l("Det er uklart hvor mye norsk arbeidet krever."),
    AdvertCode.health: _l("En annonse kan ikke stille krav om helse."),
    AdvertCode.pregnancy: _l("En annonse kan ikke spørre om graviditet eller familieplaner."),
    AdvertCode.military_service: _l("Militærtjeneste er sjelden nødvendig for arbeidet."),
    AdvertCode.union_or_politics: _l("En annonse kan ikke spørre om fagforening eller politikk."),
    AdvertCode.criminal_record: _l("Politiattest kan bare kreves når loven sier det."),
    AdvertCode.physical_unclear: _l("Det er uklart hva kroppen må tåle."),
    AdvertCode.pressure_unclear: _l("Det er uklart hvor travelt det er."),
    AdvertCode.vague_or_excluding: _l("Dette sier lite om arbeidet og kan skremme gode kandidater bort."),
    AdvertCode.jargon: _l("Dette ordet er det ikke alle som kjenner."),
}

WHAT_TO_DO: dict[AdvertSuggestion, LazyString] = {
    AdvertSuggestion.remove: _l("Ta det bort."),
    AdvertSuggestion.open_to_all: _l("Skriv til alle som kan gjøre arbeidet."),
    AdvertSuggestion.choose_legal_basis: _l(
        "Ta det bort. Kryss av for oppgaver med aldersgrense lenger nede, så står den riktige grensen i annonsen."
    ),
    AdvertSuggestion.describe_the_workplace: _l("Fortell heller hvordan dere har det på jobb."),
    AdvertSuggestion.say_what_the_work_needs: _l("Skriv heller hva arbeidet krever."),
    AdvertSuggestion.neutral_title: _l("Bruk en tittel som passer for alle."),
    AdvertSuggestion.say_norwegian_level: _l(
        "Si hva man må forstå, snakke eller skrive på norsk, for eksempel «lese en arbeidsliste»."
    ),
    AdvertSuggestion.say_if_the_law_requires_it: _l("Ta det bort, eller oppgi hvilken lov som krever det."),
    AdvertSuggestion.describe_the_task: _l("Beskriv oppgaven, for eksempel «løfte esker på inntil 10 kilo»."),
    AdvertSuggestion.say_how_busy: _l("Si heller når det er travelt, og hvem som hjelper til da."),
    AdvertSuggestion.plain_words: _l("Bruk et vanlig norsk ord, eller forklar det."),
}


def wording_sentence(finding: AdvertFinding) -> str:
    """The marked words, what is wrong with them and what to write instead."""
    return _(
        "«%(words)s»: %(wrong)s %(instead)s",
        words=finding.matched,
        wrong=WHAT_IS_WRONG[finding.code],
        instead=WHAT_TO_DO[finding.suggestion],
    )
