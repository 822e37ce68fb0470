"""What is kept of a comparison when a place is proposed, and how it is read again."""

from dataclasses import dataclass, field
from typing import Any

from ground.params import Params
from ground.words import known
from matching.law.young_workers.rules import young_worker_rules
from matching.matches.reasons import Reason, Tone
from matching.matches.score import Score, score_weights


@dataclass(frozen=True)
class FrozenReason:
    """A reason as it stood on the day; code and tone are kept as words, for they may go out of use."""

    code: str
    tone: Tone | str
    params: Params = field(default_factory=dict)
    points: int | None = None
    ask: str | None = None
    adaptable: bool = False


def freeze(
    reasons: tuple[Reason, ...], score: Score, *, candidate_version: int, opening_version: int
) -> dict[str, Any]:
    """Reasons, the score's parts, and the versions of rules, weights and data, as JSON."""
    return {
        "rules": young_worker_rules().version,
        "weights": score_weights().version,
        "weights_fingerprint": score_weights().fingerprint,
        "candidate_version": candidate_version,
        "opening_version": opening_version,
        "score": score.total,
        "reasons": [
            {
                "code": reason.code.value,
                "tone": reason.tone.value,
                "params": dict(reason.params),
                "points": reason.points,
                "ask": reason.ask.value if reason.ask else None,
                "adaptable": reason.adaptable,
            }
            for reason in reasons
        ],
    }


def frozen_reasons(snapshot: dict[str, Any]) -> tuple[FrozenReason, ...]:
    """The reasons that were kept."""
    return tuple(FrozenReason(**{**kept, "tone": known(Tone, kept["tone"])}) for kept in snapshot.get("reasons", []))
