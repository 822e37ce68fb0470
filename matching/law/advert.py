"""Checks the wording of an advert: what it may not say, and what shuts people out without need (fact 2, 3.7, R16)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ground.findings import Severity
from matching.law.advert_words import AdvertCode, AdvertRule, AdvertSuggestion, AdvertWords, advert_words

__all__ = ["ALWAYS_LAWFUL_AGE", "AdvertCode", "AdvertFinding", "AdvertSuggestion", "check_advert"]

ALWAYS_LAWFUL_AGE = 15
"""The law itself lets only light work below this age (aml § 11-1), so an advert may always state it."""


@dataclass(frozen=True)
class AdvertFinding:
    """One hit: `text[start:end] == matched` in the field, what is wrong, and what to do instead."""

    severity: Severity
    code: AdvertCode
    field: str
    start: int
    end: int
    matched: str
    suggestion: AdvertSuggestion

    @property
    def blocks(self) -> bool:
        """Does it stop the publication?"""
        return self.severity is Severity.BLOCK


def check_advert(
    texts: Mapping[str, str],
    *,
    names: Iterable[str] = (),
    legal_min_age: int | None = None,
    words: AdvertWords | None = None,
) -> tuple[AdvertFinding, ...]:
    """All hits in all fields, in the order of the text; each stretch of text is reported once per code.

    `texts` maps field names to what stands in them. `names` are names of the organisation and the workplace: words
    in them are no hits. `legal_min_age` is the lower age that the law sets for this place (`lower_age_set_by_law`);
    an advert may state it, or a lower one.
    """
    words = words or advert_words()
    known_names = tuple(re.compile(re.escape(name), re.IGNORECASE) for name in names if name.strip())
    allowed = words.allowed + known_names
    stated_age = max(ALWAYS_LAWFUL_AGE, legal_min_age or 0)
    findings: list[AdvertFinding] = []
    for name, text in texts.items():
        free = [hit.span() for pattern in allowed for hit in pattern.finditer(text)]
        in_field = [finding for rule in words.rules for finding in _hits(rule, name, text, free, stated_age)]
        findings += sorted(in_field, key=lambda finding: (finding.start, finding.code))
    return tuple(findings)


def _hits(rule: AdvertRule, name: str, text: str, free: list[tuple[int, int]], stated_age: int) -> list[AdvertFinding]:
    spans = [
        hit.span()
        for pattern in rule.patterns
        for hit in pattern.finditer(text)
        if not _touches_any(hit.span(), free) and not _states_lawful_age(hit, stated_age)
    ]
    return [
        AdvertFinding(rule.severity, rule.code, name, start, end, text[start:end], rule.suggestion)
        for start, end in _merged(spans)
    ]


def _states_lawful_age(hit: re.Match[str], lawful: int) -> bool:
    age = hit.groupdict().get("age")
    return age is not None and int(age) <= lawful


def _touches_any(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
