"""The hash of what the leader signed: made of everything that was said, in words that never change."""

import hashlib
from decimal import Decimal
from typing import Any

import pytest

from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.answers_hash import answers_hash
from certification.criteria.rules.figures import Figure
from certification.criteria.types import AnswerValue, EvidenceKind, LevelId
from tests.builders.criteria import profile

ANSWER = AnswerFacts(
    AnswerValue.MET,
    "Slik gjør vi det på båten.",
    frozenset({EvidenceKind.LINK, EvidenceKind.FILE}),
    Figure(Decimal("4.00"), 20),
)
SAID: dict[str, Any] = {
    "edition_fingerprint": "abc",
    "level": LevelId.INKLUDERENDE,
    "profile": profile(employees=12),
    "answers": {"GRU-2": AnswerFacts(), "GRU-1": ANSWER},
    "attachments": ["GRU-1 ff", "GRU-1 0a"],
}


def test_it_is_the_sha_256_of_these_very_words() -> None:
    """A signature that was given under an older version of Plass must still be that of the same answers."""
    words = (
        '{"answers":{"GRU-1":{"evidence":["file","link"],"figure":["4",20],"note":"Slik gjør vi det på båten.",'
        '"value":"met"},"GRU-2":{"evidence":[],"figure":null,"note":"","value":null}},'
        '"attachments":["GRU-1 0a","GRU-1 ff"],"edition":"abc","employees":12,"level":"inkluderende",'
        '"profile":{"has_apprentices":true,"has_under_18":true,"sector":"private","size":"small",'
        '"takes_training":true,"trade":true}}'
    )
    assert answers_hash(**SAID) == hashlib.sha256(words.encode()).hexdigest()


def test_neither_the_order_nor_how_a_figure_is_written_is_part_of_what_was_said() -> None:
    otherwise = AnswerFacts(ANSWER.value, ANSWER.note, ANSWER.evidence, Figure(Decimal(4), 20))
    in_other_order = {"GRU-1": otherwise, "GRU-2": AnswerFacts()}
    backwards = SAID["attachments"][::-1]
    assert answers_hash(**SAID | {"answers": in_other_order, "attachments": backwards}) == answers_hash(**SAID)


@pytest.mark.parametrize(
    "changed",
    [
        {"edition_fingerprint": "abd"},
        {"level": LevelId.PADRIVER},
        {"profile": profile(employees=13)},
        {"profile": profile(employees=12, takes_training=False)},
        {"attachments": ["GRU-1 ff"]},
        {"answers": {"GRU-1": ANSWER}},
        {"answers": {"GRU-2": AnswerFacts(AnswerValue.NOT_MET), "GRU-1": ANSWER}},
        {"answers": {"GRU-2": AnswerFacts(note="x"), "GRU-1": ANSWER}},
        {"answers": {"GRU-2": AnswerFacts(evidence=frozenset({EvidenceKind.FILE})), "GRU-1": ANSWER}},
        {"answers": {"GRU-2": AnswerFacts(figure=Figure(Decimal(0), None)), "GRU-1": ANSWER}},
    ],
)
def test_whoever_changes_anything_must_have_it_signed_again(changed: dict[str, Any]) -> None:
    assert answers_hash(**SAID | changed) != answers_hash(**SAID)
