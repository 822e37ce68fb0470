"""Loads the word lists of the advert check and compiles them: `advert_words()`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import model_validator

from matching.data.reading import DataModel, read_yaml
from matching.types import Severity


class AdvertCode(StrEnum):
    """What an advert can say that it may not, or should say better."""

    upper_age = "upper_age"
    aimed_at_the_young = "aimed_at_the_young"
    lower_age_without_basis = "lower_age_without_basis"
    young_workplace = "young_workplace"
    indirect_age = "indirect_age"
    aimed_at_students = "aimed_at_students"
    gender = "gender"
    gendered_title = "gendered_title"
    ethnicity = "ethnicity"
    mother_tongue = "mother_tongue"
    citizenship = "citizenship"
    religion_or_belief = "religion_or_belief"
    language_level_unclear = "language_level_unclear"
    health = "health"
    pregnancy = "pregnancy"
    military_service = "military_service"
    union_or_politics = "union_or_politics"
    criminal_record = "criminal_record"
    physical_unclear = "physical_unclear"
    pressure_unclear = "pressure_unclear"
    vague_or_excluding = "vague_or_excluding"
    jargon = "jargon"


class AdvertSuggestion(StrEnum):
    """What the employer can do instead."""

    remove = "remove"
    open_to_all = "open_to_all"
    choose_legal_basis = "choose_legal_basis"
    describe_the_workplace = "describe_the_workplace"
    say_what_the_work_needs = "say_what_the_work_needs"
    neutral_title = "neutral_title"
    say_norwegian_level = "say_norwegian_level"
    say_if_the_law_requires_it = "say_if_the_law_requires_it"
    describe_the_task = "describe_the_task"
    say_how_busy = "say_how_busy"
    plain_words = "plain_words"


class _Rule(DataModel):
    code: AdvertCode
    severity: Severity
    suggestion: AdvertSuggestion
    has_age: bool = False
    patterns: tuple[str, ...]


class _File(DataModel):
    version: str
    words: dict[str, str]
    rules: tuple[_Rule, ...]
    allowed: tuple[str, ...]

    @model_validator(mode="after")
    def _every_code_has_its_rule(self) -> Self:
        codes = [rule.code for rule in self.rules]
        if sorted(codes) != sorted(AdvertCode):
            raise ValueError("every code of the advert check needs exactly one rule")
        return self


@dataclass(frozen=True)
class AdvertRule:
    """One rule, ready to use. With `has_age` each pattern captures the age that the text states, as group `age`."""

    code: AdvertCode
    severity: Severity
    suggestion: AdvertSuggestion
    has_age: bool
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class AdvertWords:
    """All rules, and what is never a hit."""

    version: str
    rules: tuple[AdvertRule, ...]
    allowed: tuple[re.Pattern[str], ...]


@cache
def advert_words() -> AdvertWords:
    """The word lists in the data file, compiled."""
    file = read_yaml("advert_words.yaml", _File)
    rules = tuple(
        AdvertRule(
            rule.code,
            rule.severity,
            rule.suggestion,
            rule.has_age,
            tuple(_compile(pattern, file.words) for pattern in rule.patterns),
        )
        for rule in file.rules
    )
    return AdvertWords(file.version, rules, tuple(_compile(pattern, file.words) for pattern in file.allowed))


def _compile(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    """Put the word lists in place of «names» and compile; an unknown name is an error in the file."""
    filled = re.sub(r"«(\w+)»", lambda found: words[found.group(1)], pattern)
    return re.compile(filled, re.IGNORECASE)
