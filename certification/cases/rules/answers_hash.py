"""The hash of what the leader signed: a signature holds for these answers alone (certification.md 5)."""

from collections.abc import Iterable, Mapping

from certification.cases.rules.answers import AnswerFacts
from certification.criteria.rules.profile import Profile
from certification.criteria.types import LevelId
from ground.canonical import fingerprint_of


def answers_hash(
    *,
    edition_fingerprint: str,
    level: LevelId,
    profile: Profile,
    answers: Mapping[str, AnswerFacts],
    attachments: Iterable[str],
) -> str:
    """SHA-256 (hex) of edition, level, profile, answers (by criterion id) and attachments.

    `attachments` are strings that change when an attachment changes, such as "<criterion id> <SHA-256 or
    address>"; their order does not matter.
    """
    said = {
        "edition": edition_fingerprint,
        "level": level,
        "profile": {str(question): answer for question, answer in profile.answers().items()},
        "employees": profile.employees,
        "answers": {criterion_id: _said(answer) for criterion_id, answer in answers.items()},
        "attachments": sorted(attachments),
    }
    return fingerprint_of(said)


def _said(answer: AnswerFacts) -> dict[str, object]:
    figure = answer.figure
    return {
        "value": answer.value,
        "note": answer.note,
        "evidence": sorted(answer.evidence),
        # normalize(): 4 and 4.00 are the same figure, however the database gives it back.
        "figure": None if figure is None else [str(figure.count.normalize()), figure.out_of],
    }
