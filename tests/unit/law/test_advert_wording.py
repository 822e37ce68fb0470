"""The advert check finds what is unlawful or unclear, and leaves ordinary sentences alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.law.advert import check_advert
from matching.law.advert_words import AdvertCode

BLOCKED = {
    AdvertCode.UPPER_AGE: [
        "Sommerjobb 18–26",
        "Vi søker deg mellom 18 og 26 år",
        "Stillingen er for personer 22-30",
        "For deg i alderen 25–30 år",
        "Du er under 30 år",
        "Du må ikke være eldre enn 25 år",
        "Maks 25 år",
        "Du skal vere yngre enn 30 år",
        "Vi ser etter en 20-åring",
        "Applicants aged 18-26",
        "Kun for deg som er mellom 16 og 24",
        "Gutter og jenter 15–18",
        "Du er i 20-årene",
        "Ingen øvre aldersgrense? Jo, maksalder 30",
    ],
    AdvertCode.AIMED_AT_THE_YOUNG: [
        "Ung og sprek medarbeider søkes",
        "Unge søkes til butikk",
        "Ungdom søkes!",
        "Vi søker unge medarbeidere",
        "Vi søkjer ungdom til kiosken",
        "Er du ung og vil jobbe?",
        "Sommerjobb for ungdom",
        "Jobben passer for unge",
        "We are looking for young people",
    ],
    AdvertCode.LOWER_AGE_WITHOUT_BASIS: [
        "Du må være fylt 18 år",
        "Søkere må være over 20 år",
        "Aldersgrense: 18",
        "18 år eller eldre",
        "Alle over 18 år kan søke",
        "Kun 18+",
        "Du må vere minst 18 år",
    ],
    AdvertCode.GENDER: [
        "Vi søker en jente til kassa",
        "Mann søkes til lager",
        "Kun kvinner",
        "Jenter foretrekkes",
        "Vi søker en sterk mann",
        "Kvinnelig medarbeider til garderoben",
        "Me søkjer ei dame",
        "Vi vil gjerne ha kolleger. Vi søker en blid, ordentlig og sterk mann.",
        "Du er heterofil",
    ],
    AdvertCode.ETHNICITY: [
        "Du er etnisk norsk",
        "Vi ønsker norsk bakgrunn",
        "Nordmenn søkes",
        "Ingen innvandrere",
        "En norsk mann",
        "Ingen muslimer",
        "Hijab er ikke lov",
    ],
    AdvertCode.MOTHER_TONGUE: [
        "Du må ha norsk som morsmål",
        "Norsk morsmål kreves",
        "Native Norwegian speaker",
        "Norsk som førstespråk",
    ],
    AdvertCode.HEALTH: [
        "Du må ha god helse",
        "Har du noen sykdommer?",
        "Du er psykisk stabil",
        "Frisk og rask medarbeider",
        "Søkere uten ryggplager",
        "Oppgi sykehistorie",
    ],
    AdvertCode.PREGNANCY: ["Er du gravid?", "Planlegger du barn?", "Fortell om familieplaner"],
    AdvertCode.MILITARY_SERVICE: [
        "Du har avtjent verneplikt",
        "Ferdig med førstegangstjenesten",
        "Fullført militærtjeneste",
    ],
    AdvertCode.UNION_OR_POLITICS: ["Er du fagorganisert?", "Oppgi politisk ståsted"],
}

WARNED = {
    AdvertCode.VAGUE_OR_EXCLUDING: ["Du har stå-på-vilje", "Selvgående og utadvendt", "Vi trenger en potet"],
    AdvertCode.PRESSURE_UNCLEAR: ["Du må tåle et høyt tempo", "Du trives med hektiske dager", "Må takle stress"],
    AdvertCode.LANGUAGE_LEVEL_UNCLEAR: [
        "Gode norskkunnskaper",
        "Du snakker flytende norsk",
        "Gode norskferdigheter kreves",
        "God skriftlig framstillingsevne",
    ],
    AdvertCode.YOUNG_WORKPLACE: ["Vi er et ungt og dynamisk team", "Hyggelig ungt miljø"],
    AdvertCode.INDIRECT_AGE: ["Du er nyutdannet", "Digitalt innfødt"],
    AdvertCode.AIMED_AT_STUDENTS: ["Passer perfekt for studenter", "Student søkes"],
    AdvertCode.GENDERED_TITLE: ["Servitrise", "Vaskedame til kontor"],
    AdvertCode.CITIZENSHIP: ["Du må være norsk statsborger"],
    AdvertCode.RELIGION_OR_BELIEF: ["Du må være kristen"],
    AdvertCode.CRIMINAL_RECORD: ["Plettfri vandel"],
    AdvertCode.PHYSICAL_UNCLEAR: ["God fysisk form"],
    AdvertCode.JARGON: ["Du er proaktiv og liker å multitaske"],
}

FINE = [
    "Vi søker en kollega som liker å møte kvinner og menn i alle aldre",
    "Hos oss kan du bruke hijab",
    "Lillestrøm ungdomsskole søker renholder",
    "Hun som leder avdelingen, gir deg opplæring",
    "Vi er en fritidsklubb for ungdom mellom 13 og 16 år",
    "Barne- og ungdomsarbeider søkes",
    "Ungdomsarbeider søkes til kommunens ungdomshus",
    "Du jobber med barn og unge",
    "Medarbeider til tilbud for ungdom søkes",
    "Arbeidstid kl. 08–16, noen kvelder 18–22",
    "20–37,5 timer i uken",
    "25–30 timer i uka",
    "Du starter i uke 26–32",
    "Perioden er 18.–26. juni",
    "Perioden er 18–26. juni",
    "Besøk oss i Storgata 18–26",
    "Vi har drevet butikk i over 20 år",
    "Vi har under 30 ansatte",
    "Garanti opp til 30 år erfaring er ikke noe krav",
    "Er du under 18 år, vurderer vi risikoen sammen før du begynner",
    "Personer under 20 år kan ikke selge brennevin",
    "Gode norskkunnskaper (minst B1 muntlig)",
    "Du snakker norsk på nivå A2 eller bedre",
    "Her er alle velkomne uansett morsmål",
    "Vi har kolleger med mange ulike morsmål",
    "Vi oppfordrer kvinner og menn med ulik bakgrunn til å søke",
    "Kvinner oppfordres til å søke",
    "Vi tar vare på helse, miljø og sikkerhet",
    "Helse Sør-Øst er oppdragsgiver",
    "Du hjelper gravide og nybakte foreldre i venterommet",
    "Du lærer å bruke kasse, vaske og fylle på varer",
    "Han eller hun som begynner, får en fadder",
    "Trenger du et rolig sted å jobbe, finner vi det",
    "Størrelse 36–42 finnes i hylla",
    "Vi er 25–30 ansatte",
    "Ca. 20–25 oppdrag i uka",
    "Emnet gir 20–40 studiepoeng",
    "Beboerne er 70–95 år",
    "Åpningstid 10–20 (lørdag 10–18)",
    "Altmuligmann",
    "Menn i helse er et løp mot fagbrev",
    "Mange av oss er fagorganiserte",
    "Du får en mentor de første 13 ukene",
    "Unge voksne og eldre handler hos oss",
]


def cases(table: dict[AdvertCode, list[str]]) -> list[tuple[AdvertCode, str]]:
    return [(code, text) for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), cases(BLOCKED))
def test_what_the_law_forbids_is_stopped(code: AdvertCode, text: str) -> None:
    assert (code, True) in [(hit.code, hit.blocks) for hit in check_advert({"title": text})]


@pytest.mark.parametrize(("code", "text"), cases(WARNED))
def test_what_is_unclear_or_shuts_out_is_warned_of(code: AdvertCode, text: str) -> None:
    hits = check_advert({"title": text})
    assert (code, False) in [(hit.code, hit.blocks) for hit in hits]
    assert not any(hit.blocks for hit in hits)


@pytest.mark.parametrize("text", FINE)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert [(hit.code.value, hit.matched) for hit in check_advert({"title": text})] == []


def test_every_code_is_proved_by_an_example() -> None:
    assert set(BLOCKED) | set(WARNED) == set(AdvertCode)


def test_a_hit_says_where_it_is_and_what_to_do_instead() -> None:
    text = "Butikkmedarbeider. Du må ha norsk som morsmål."
    (hit,) = check_advert({"title": "Butikk", "description": text})
    assert (hit.field, hit.matched, text[hit.start : hit.end]) == ("description", "morsmål", "morsmål")
    assert hit.suggestion.value == "say_norwegian_level"


def test_every_field_is_read_and_hits_that_overlap_are_told_as_one() -> None:
    hits = check_advert({"title": "Kun kvinner", "description": "Vi søker deg mellom 18 og 26 år. Kun jenter."})
    assert [(hit.field, hit.matched) for hit in hits] == [
        ("title", "Kun kvinner"),
        ("description", "deg mellom 18 og 26 år"),
        ("description", "Kun jenter"),
    ]


def test_small_and_capital_letters_are_alike() -> None:
    assert [hit.matched for hit in check_advert({"title": "KUN KVINNER"})] == ["KUN KVINNER"]


def test_the_organisations_own_name_is_no_hit() -> None:
    text = "Ung Kraft søkes opp av mange. Vi søker Unge Talenter AS sin nye kollega."
    assert check_advert({"title": text})
    assert check_advert({"title": text}, names=["Ung Kraft", "Unge Talenter AS", ""]) == ()


def test_what_only_stands_beside_the_name_is_a_hit_and_what_reaches_into_it_is_none() -> None:
    def hits(text: str, name: str) -> list[str]:
        return [hit.matched for hit in check_advert({"title": text}, names=[name])]

    assert hits("Kun jenter!Bang", "!Bang") == ["Kun jenter"]
    assert hits("Bang!Kun jenter", "Bang!") == ["Kun jenter"]
    assert hits("Kun jenter!Bang", "r!Bang") == []
    assert hits("Bang!Kun jenter", "Bang!K") == []


def test_a_lower_age_that_the_law_sets_may_be_stated_and_a_higher_one_not() -> None:
    text = {"title": "Du må være fylt 18 år"}
    assert check_advert(text, legal_min_age=18) == ()
    assert check_advert(text, legal_min_age=20) == ()
    assert [hit.code for hit in check_advert(text, legal_min_age=16)] == [AdvertCode.LOWER_AGE_WITHOUT_BASIS]
    assert check_advert({"title": "Du må være fylt 15 år"}) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_checked_and_every_hit_lies_where_it_says(text: str) -> None:
    for hit in check_advert({"field": text}):
        assert text[hit.start : hit.end] == hit.matched
        assert hit.matched
