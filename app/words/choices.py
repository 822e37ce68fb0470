"""Choices for forms, in the language of the page."""

from collections.abc import Iterable
from enum import StrEnum

from app.words.catalogue import in_language
from app.words.filters import label
from app.words.lists import joined
from matching.catalogue.choices import SkillGroup
from matching.catalogue.kinds import OpeningKind
from matching.catalogue.skills import skills
from register.organisations.municipalities import municipalities

Choices = list[tuple[str, str]]

YES, NO, UNKNOWN = "yes", "no", ""


def of_enum(members: Iterable[StrEnum]) -> Choices:
    """Every member with its label."""
    return [(member.value, label(member)) for member in members]


def of_skills(*groups: SkillGroup) -> Choices:
    """The skills of these groups, or of all."""
    wanted = groups or tuple(SkillGroup)
    return [(one.code, in_language(one.names)) for one in skills().values() if one.group in wanted]


def of_learnable_skills() -> Choices:
    """What an employer can teach."""
    return [(one.code, in_language(one.names)) for one in skills().values() if one.learnable]


def of_municipalities() -> Choices:
    """The municipalities of the county by name."""
    return sorted(((one.number, one.name) for one in municipalities()), key=lambda pair: pair[1])


def of_kinds() -> Choices:
    """The kinds of place, those with pay first as they stand."""
    return of_enum(OpeningKind)


def chosen_words(offered: Choices, codes: Iterable[str]) -> str:
    """The words of these codes, for a message."""
    wanted = set(codes)
    return joined(words for code, words in offered if code in wanted)


def weekday_choices(members: Iterable[StrEnum]) -> Choices:
    """Weekdays with a capital letter, as they stand alone."""
    return [(value, words[:1].upper() + words[1:]) for value, words in of_enum(members)]
