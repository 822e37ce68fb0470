"""All rules that an opening must pass before everybody sees it, asked at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ground.findings import Finding
from matching.law.advert import AdvertFinding, check_advert
from matching.openings.facts import draft_of
from matching.openings.rules import check_opening
from matching.records.tables.opening import Opening, OpeningRequirement


@dataclass(frozen=True)
class OpeningCheck:
    """What the rules found, what they found in the wording, and the texts in which they looked."""

    rules: tuple[Finding, ...]
    wording: tuple[AdvertFinding, ...]
    texts: Mapping[str, str]

    @property
    def everything(self) -> tuple[Finding | AdvertFinding, ...]:
        """Both kinds together."""
        return (*self.rules, *self.wording)

    @property
    def blocking(self) -> tuple[StrEnum, ...]:
        """The codes of what stops the opening from being published."""
        return _codes(one for one in self.everything if one.blocks)

    @property
    def warnings(self) -> tuple[StrEnum, ...]:
        """The codes of what may pass with a reason."""
        return _codes(one for one in self.everything if not one.blocks)


def check(opening: Opening, today: date) -> OpeningCheck:
    """What stands in the way of publishing, and what deserves a second look."""
    texts = texts_of(opening)
    wording = check_advert(
        texts,
        names=(opening.organisation.name, opening.workplace.name),
        legal_min_age=opening.min_age,
    )
    return OpeningCheck(check_opening(draft_of(opening), today), wording, texts)


def texts_of(opening: Opening) -> Mapping[str, str]:
    """Everything in the employer's own words, by the name of the field; rows are `tasks-0`, `tasks-1` and so on."""
    must = [row for row in opening.requirements if not row.learnable]
    learn = [row for row in opening.requirements if row.learnable]
    return {
        "title": opening.title,
        "summary": opening.summary,
        **{f"tasks-{n}": task.text for n, task in enumerate(opening.tasks)},
        **_own_words("must_have", must),
        **_own_words("can_learn", learn),
        "pay": opening.pay,
        "how_to_apply": opening.how_to_apply,
    }


def _own_words(name: str, rows: list[OpeningRequirement]) -> dict[str, str]:
    return {f"{name}-{n}": row.text for n, row in enumerate(rows) if row.text}


def _codes(findings: Iterable[Finding | AdvertFinding]) -> tuple[StrEnum, ...]:
    return tuple(dict.fromkeys(finding.code for finding in findings))
