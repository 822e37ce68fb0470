"""The choices in the form for an opening."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.openings.labels import LABELS
from app.words.catalogue import gate_name, in_language, skill_name
from app.words.filters import label
from ground.alphabet import folded
from matching.catalogue.occupations import occupations
from matching.catalogue.skills import skills
from matching.law.age_gates import age_gates
from register.organisations.models import Organisation, Workplace

Choice = tuple[str, LazyString | str]


def choices_of(kind: type[StrEnum]) -> list[Choice]:
    """All members of an enum with their words, in the order of the enum."""
    return [(member.value, LABELS[kind][member]) for member in kind]


def optional_choices_of(kind: type[StrEnum]) -> list[Choice]:
    """The members, and first the choice of none."""
    return [("", _l("Ikke valgt")), *choices_of(kind)]


def occupation_choices() -> dict[str, list[Choice]]:
    """The occupations under their areas of work, in the language of the reader."""
    by_area = groupby(occupations().values(), key=lambda one: one.area)
    named = {label(area): [(one.code, in_language(one.names)) for one in group] for area, group in by_area}
    return {str(_l("Velg det som ligner mest")): [("", _l("Ikke valgt"))], **named}


def gate_choices() -> list[Choice]:
    """Tasks with a lower age in law."""
    return [(code, gate_name(code)) for code in age_gates()]


def skill_names() -> list[str]:
    """Known skills, to be proposed while somebody types."""
    return [skill_name(code) for code in skills()]


def skill_code_of(typed: str) -> str | None:
    """The known skill that is called this in any language, or None for the employer's own words."""
    wanted = folded(typed)
    for code, skill in skills().items():
        if wanted in map(folded, (skill.names.nb, skill.names.nn, skill.names.en)):
            return code
    return None


def workplace_choices(organisation: Organisation, chosen: str | None = None) -> list[Choice]:
    """The open workplaces, and the chosen one even if it has been closed since."""
    open_or_chosen: Iterable[Workplace] = (
        place for place in organisation.workplaces if place.closed_at is None or str(place.id) == chosen
    )
    return [(str(place.id), _workplace_name(place)) for place in open_or_chosen]


def _workplace_name(place: Workplace) -> str:
    return ", ".join(part for part in (place.name, place.street, place.town) if part)
