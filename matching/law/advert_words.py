"""Loads the word lists of the advert check and compiles them: `advert_words()`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import model_validator

from ground.findings import Severity
from ground.reading import DataFile, Location
from ground.values import Frozen


class AdvertCode(StrEnum):
    """What an advert can say that it may not, or should say better."""

    UPPER_AGE = "upper_age"
    AIMED_AT_THE_YOUNG = "aimed_at_the_young"
    LOWER_AGE_WITHOUT_BASIS = "lower_age_without_basis"
    YOUNG_WORKPLACE = "young_workplace"
    INDIRECT_AGE = "indirect_age"
    AIMED_AT_STUDENTS = "aimed_at_students"
    GENDER = "gender"
    GENDERED_TITLE = "gendered_title"
    ETHNICITY = "ethnicity"
    MOTHER_TONGUE = "mother_tongue"
    CITIZENSHIP = "citizenship"
    RELIGION_OR_BELIEF = "religion_or_belief"
    LANGUAGE_LEVEL_UNCLEAR = "language_level_unclear"
    HEALTH = "health"
    PREGNANCY = "pregnancy"
    MILITARY_SERVICE = "military_service"
    UNION_OR_POLITICS = "union_or_politics"
    CRIMINAL_RECORD = "criminal_record"
    PHYSICAL_UNCLEAR = "physical_unclear"
    PRESSURE_UNCLEAR = "pressure_unclear"
    VAGUE_OR_EXCLUDING = "vague_or_excluding"
    JARGON = "jargon"


class AdvertSuggestion(StrEnum):
    """What the employer can do instead."""

    REMOVE = "remove"
    OPEN_TO_ALL = "open_to_all"
    CHOOSE_LEGAL_BASIS = "choose_legal_basis"
    DESCRIBE_THE_WORKPLACE = "describe_the_workplace"
    SAY_WHAT_THE_WORK_NEEDS = "say_what_the_work_needs"
    NEUTRAL_TITLE = "neutral_title"
    SAY_NORWEGIAN_LEVEL = "say_norwegian_level"
    SAY_IF_THE_LAW_REQUIRES_IT = "say_if_the_law_requires_it"
    DESCRIBE_THE_TASK = "describe_the_task"
    SAY_HOW_BUSY = "say_how_busy"
    PLAIN_WORDS = "plain_words"


class _Rule(Frozen):
    code: AdvertCode
    severity: Severity
    suggestion: AdvertSuggestion
    patterns: tuple[str, ...]


class _File(Frozen):
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
    """One rule, ready to use. A pattern may capture the age that the text states, as group `age`."""

    code: AdvertCode
    severity: Severity
    suggestion: AdvertSuggestion
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class AdvertWords:
    """All rules, and what is never a hit."""

    version: str
    rules: tuple[AdvertRule, ...]
    allowed: tuple[re.Pattern[str], ...]


@cache
def advert_words() -> AdvertWords:
    """The word lists in the data file, compiled. Raises FileWrong."""
    file = DataFile(Path(__file__).with_suffix(".yaml"))
    lists = file.values(_File)

    def compiled(patterns: tuple[str, ...], *location: int | str) -> tuple[re.Pattern[str], ...]:
        return tuple(_compile(pattern, lists.words, file, (*location, n)) for n, pattern in enumerate(patterns))

    rules = tuple(
        AdvertRule(rule.code, rule.severity, rule.suggestion, compiled(rule.patterns, "rules", n, "patterns"))
        for n, rule in enumerate(lists.rules)
    )
    return AdvertWords(lists.version, rules, compiled(lists.allowed, "allowed"))


def _compile(pattern: str, words: dict[str, str], file: DataFile, location: Location) -> re.Pattern[str]:
    """Put the word lists in place of «names» and compile. Raises FileWrong, for an unknown name too."""
    try:
        filled = re.sub(r"«(\w+)»", lambda found: words[found.group(1)], pattern)
        return re.compile(filled, re.IGNORECASE)
    except KeyError as unknown:
        raise file.wrong(location, f"there are no words {unknown}") from unknown
    except re.error as error:
        raise file.wrong(location, f"the pattern is wrong, {error}") from error


advert_words()  # read when the house is opened, so that a mistake in the file stops the start
