"""The values that go with a reason, as words."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from app.words.catalogue import gate_name, occupation_name, skill_name
from app.words.filters import label, lower_first, written_date, written_hours
from app.words.lists import joined
from ground.params import Params
from ground.words import known
from matching.catalogue.choices import Adaptation, InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode

MINUTES_IN_HOUR = 60


def label_of(kind: type[StrEnum], code: object) -> str:
    """The label of a value, for the middle of a sentence."""
    return lower_first(label(known(kind, str(code))))


def several(kind: type[StrEnum], codes: object) -> str:
    """Labels of codes joined with commas."""
    return joined(label_of(kind, code) for code in str(codes).split(",") if code)


def hours(minutes: object) -> str:
    """Minutes a week as hours: «20 timer» or «7,5 timer»."""
    return written_hours(int(str(minutes)) / MINUTES_IN_HOUR)


def on_day(iso: object) -> str:
    """An ISO date in words."""
    return written_date(date.fromisoformat(str(iso)))


WRITERS: dict[str, Callable[[object], str]] = {
    "skill": lambda code: lower_first(skill_name(str(code))),
    "skills": lambda codes: joined(lower_first(skill_name(str(code))) for code in str(codes).split(",") if code),
    "gate": lambda code: lower_first(gate_name(str(code))),
    "occupation": lambda code: lower_first(occupation_name(str(code))),
    "area": lambda code: label_of(InterestArea, code) if code else "",
    "kind": lambda code: label_of(OpeningKind, code),
    "adaptation": lambda code: label_of(Adaptation, code),
    "hazards": lambda codes: several(HazardCode, codes),
    "days": lambda codes: several(Weekday, codes),
    "asks": hours,
    "offers": hours,
    "wants": hours,
    "from": on_day,
}


def words(params: Params) -> dict[str, str]:
    """Every value of a reason as words. `adaptations` is a number in a score and codes in a question."""
    written = {name: WRITERS.get(name, str)(value) for name, value in params.items()}
    if isinstance(params.get("adaptations"), str):
        written["adaptations"] = several(Adaptation, params["adaptations"])
    return written
