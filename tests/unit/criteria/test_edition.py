"""The edition that comes with Plass is complete, in three languages, and keeps what it says."""

import json
import re

import pytest

from certification.criteria.editions.loader import bundled_editions, canonical_json, edition_from_json, fingerprint
from certification.criteria.errors import UnknownCriterion
from certification.criteria.types import EditionStatus, LevelId, NotApplicableRule, RequirementType, Visibility
from ground.texts import Locale, Translated
from tests.builders.criteria import edition, edition_but


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-zæøåéèò-]+", text.lower()))


# Words that belong to one written Norwegian and not to the other.
ONLY_BOKMAAL = words(
    "ikke hvordan hvem hva hvor hvorfor hvilke hvis hver noen noe fra være gjør gjøre dere deres virksomhet "
    "virksomheten ansatte bare mer et en leder ledere kommer uke uka måned måneder skole skolen sier selv "
    "mens skriftlig oppgaver oppgavene spørre lærlinger muligheter legge velge"
)
ONLY_NYNORSK = words(
    "ikkje korleis kven kva kor kvar kvifor nokon noko nokre frå vere gjer gjere dykk dykkar verksemd verksemda "
    "tilsette berre meir eit ein leiar leiarar kjem veke veka månad månader skule skulen seier seie sjølv "
    "medan skriftleg oppgåver oppgåvene spørje lærlingar moglegheiter leggje velje"
)


def texts(node: object, place: str = "") -> list[tuple[str, Translated]]:
    """Every text of a part of an edition, with its place."""
    if isinstance(node, Translated):
        return [(place, node)]
    if isinstance(node, dict):
        return [found for key, value in node.items() for found in texts(value, f"{place}.{key}")]
    if isinstance(node, tuple):
        return [found for item in node for found in texts(item, f"{place}.{getattr(item, 'id', '')}")]
    if hasattr(node, "__pydantic_fields__"):
        return [found for key, value in dict(node).items() for found in texts(value, f"{place}.{key}")]  # type: ignore[call-overload]
    return []


def test_the_first_edition_has_twelve_areas_and_sixty_three_criteria() -> None:
    assert [one.id for one in bundled_editions()] == ["2026.1"]
    assert len(edition().areas) == 12
    assert len(edition().criteria) == 63
    assert {area.id for area in edition().areas if area.gate} == {"GRU"}


def test_every_text_says_something_of_its_own_in_english() -> None:
    found = texts(edition())
    assert len(found) > 250
    assert [place for place, text in found if text.en in (text.nb, text.nn)] == []


@pytest.mark.parametrize("part", ["text", "why", "how"])
def test_no_criterion_is_left_in_bokmaal_in_the_nynorsk_texts(part: str) -> None:
    same = [c.id for c in edition().criteria if getattr(c, part).nn == getattr(c, part).nb]
    assert same == []


def test_the_bokmaal_texts_are_bokmaal_and_the_nynorsk_texts_nynorsk() -> None:
    for place, text in texts(edition()):
        assert not words(text.nn) & ONLY_BOKMAAL, f"{place}: {words(text.nn) & ONLY_BOKMAAL}"
        assert not words(text.nb) & ONLY_NYNORSK, f"{place}: {words(text.nb) & ONLY_NYNORSK}"


def test_the_language_check_would_find_a_text_in_the_wrong_language() -> None:
    assert words("Dere skriver hvem som har ansvaret.") & ONLY_BOKMAAL == {"dere", "hvem"}
    assert words("De skriv kven som har ansvaret.") & ONLY_NYNORSK == {"kven"}


def test_texts_are_typeset_as_norwegian_and_english_are() -> None:
    for place, text in texts(edition()):
        for written in (text.nb, text.nn, text.en):
            assert "  " not in written, place
            assert '"' not in written, place
            assert " - " not in written, place
        assert not set("«»æøå") & set(text.en.lower().replace("lærekandidat", "").replace("brønnøysund", "")
                                      .replace("oppfølgingstjenesten", "")), place  # fmt: skip


def test_a_criterion_is_read_by_its_id_in_the_language_asked_for() -> None:
    assert edition().text("FOR-2", Locale.BOKMAAL) == "Én person har ansvaret, og har fått tid til det."
    assert edition().text("FOR-2", Locale.NYNORSK) == "Éin person har ansvaret, og har fått tid til det."
    assert edition().text("FOR-2", Locale.ENGLISH) == "One person is responsible, and has been given time for it."
    assert edition().area_of("FOR-2").id == "FOR"
    with pytest.raises(UnknownCriterion):
        edition().text("FOR-99", Locale.BOKMAAL)


def test_a_criterion_has_a_name_of_two_to_five_words_in_each_language() -> None:
    """That they are short and tell each other apart, the loader checks."""
    for criterion in edition().criteria:
        assert criterion.name is not None
        for locale in Locale:
            assert 2 <= len(criterion.name.get(locale).split()) <= 5, criterion.name
    assert edition().criterion_name("GRU-2", Locale.BOKMAAL) == "Likestilling og mangfold"
    assert edition().criterion_name("GRU-2", Locale.NYNORSK) == "Likestilling og mangfald"
    assert edition().criterion_name("GRU-2", Locale.ENGLISH) == "Equality and diversity"


def test_an_edition_that_was_stored_before_criteria_had_names_is_read_and_told_by_its_sentences() -> None:
    raw = json.loads(canonical_json(edition()))
    for area in raw["areas"]:
        for criterion in area["criteria"]:
            del criterion["name"]
    old = edition_from_json(json.dumps(raw))
    assert old.criterion_name("FOR-2", Locale.BOKMAAL) == old.text("FOR-2", Locale.BOKMAAL)


def test_ids_that_yaml_could_take_for_booleans_survive() -> None:
    assert edition().area("OFV").id == "OFV"
    assert edition().criterion("OPP-1").not_applicable is NotApplicableRule.NO
    assert edition().languages == (Locale.BOKMAAL, Locale.NYNORSK, Locale.ENGLISH)


def test_only_two_criteria_may_be_not_applicable_and_both_with_a_reason() -> None:
    allowed = {c.id: c.not_applicable for c in edition().criteria if c.not_applicable is not NotApplicableRule.NO}
    assert allowed == {"LAR-1": NotApplicableRule.WITH_REASON, "LAR-2": NotApplicableRule.WITH_REASON}


def test_what_authorities_have_decided_stays_internal_and_gives_no_points() -> None:
    hidden = [c for c in edition().criteria if c.visibility is Visibility.INTERNAL or not c.counts_in_score]
    assert [c.id for c in hidden] == ["GRU-7"]
    assert hidden[0].weight == 0


def test_underveis_asks_for_a_goal_and_a_person_only() -> None:
    asked = {c.id for c in edition().criteria if c.requirement(LevelId.UNDERVEIS) is not RequirementType.NONE}
    assert asked == {"FOR-1", "FOR-2"}
    level = edition().level(LevelId.UNDERVEIS)
    assert (level.certificate, level.duration_months, level.renewable) == (False, 18, False)


def test_paadriver_builds_upon_inkluderende() -> None:
    assert edition().level_chain(LevelId.PADRIVER) == (LevelId.INKLUDERENDE, LevelId.PADRIVER)
    assert edition().level_chain(LevelId.INKLUDERENDE) == (LevelId.INKLUDERENDE,)


def test_an_edition_written_as_json_is_the_same_edition() -> None:
    written = canonical_json(edition())
    again = edition_from_json(written)
    assert again == edition()
    assert canonical_json(again) == written
    assert fingerprint(again) == fingerprint(edition())


def test_publishing_does_not_change_the_fingerprint_but_any_text_does() -> None:
    published = edition_but(status=EditionStatus.PUBLISHED)
    assert fingerprint(published) == fingerprint(edition())
    assert canonical_json(published) != canonical_json(edition())
    changed = edition_from_json(canonical_json(edition()).replace("Én person har ansvaret", "Noen har ansvaret"))
    assert fingerprint(changed) != fingerprint(edition())
