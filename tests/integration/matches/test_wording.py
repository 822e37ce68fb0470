"""Every reason that the rules can give has words, for the counsellor and for the young person it is about."""

from enum import StrEnum

import pytest
from flask import Flask

from app.matches import reasons, reasons_for_young
from matching.matches.reasons import TONE_OF, Tone
from matching.matches.requirements import ObstacleCode, QuestionCode
from matching.matches.score import ScoreCode, ScorePart
from matching.matches.snapshots import FrozenReason

EVERYTHING = {
    "kind": "summer_job", "asks": 1200, "wants": 630, "offers": 600, "days": "monday,friday", "start": "08:00",
    "earliest": "09:00", "end": "20:00", "latest": "18:00", "from": "2027-01-04", "minutes": 50, "limit": 30,
    "skill": "till", "skills": "till,clean", "adaptation": "quiet_place", "adaptations": "quiet_place,light_lifting",
    "lowest": 16, "gate": "alcohol_low", "min_age": 18, "hazards": "high_voltage", "findings": "forbidden_clock",
    "nearness": "further", "area": "shop", "occupation": "5246",
}  # fmt: skip


def _said(table: dict[str, object], code: str) -> str:
    text = reasons.fill(table[code], EVERYTHING)  # type: ignore[arg-type]  # the tables hold lazy texts
    assert "%" not in text
    return text


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (reasons.OBSTACLES, ObstacleCode),
        (reasons.TOPICS, QuestionCode),
        (reasons.SCORES, ScoreCode),
        (reasons_for_young.NOT_KNOWN, QuestionCode),
    ],
)
def test_every_code_has_words(app: Flask, table: dict[str, object], codes: type[StrEnum]) -> None:
    assert table.keys() == {code.value for code in codes}
    with app.test_request_context():
        for code in codes:
            assert _said(table, code)


def test_the_young_person_hears_all_that_speaks_for_and_against(app: Flask) -> None:
    told = reasons_for_young.FOR.keys() | reasons_for_young.AGAINST.keys()
    spoken = {code.value for code, tone in TONE_OF.items() if tone in (Tone.SPEAKS_FOR, Tone.SPEAKS_AGAINST)}
    assert spoken <= told
    with app.test_request_context():
        for table in (
            reasons_for_young.FOR,
            reasons_for_young.AGAINST,
            reasons_for_young.TO_ADAPT,
            reasons.NEAR_MISSES,
        ):
            for code in table:
                assert _said(table, code)


def test_every_part_of_the_score_has_a_name() -> None:
    assert reasons.PARTS.keys() == set(ScorePart)


def test_several_questions_become_one_sentence(app: Flask) -> None:
    asked = [
        FrozenReason(QuestionCode.DAYS_UNKNOWN, Tone.ASK, ask="candidate"),
        FrozenReason(QuestionCode.NEEDS_UNKNOWN, Tone.ASK, ask="candidate"),
        FrozenReason(QuestionCode.HOURS_UNKNOWN, Tone.ASK, ask="employer"),
    ]
    with app.test_request_context():
        assert (
            reasons.questions(asked, to_employer=False)
            == "Spør kandidaten om hvilke dager som passer og behov for tilrettelegging."
        )
        assert reasons.questions(asked, to_employer=True) == "Spør arbeidsgiveren om timer i uken."
        assert reasons.questions([], to_employer=True) is None
