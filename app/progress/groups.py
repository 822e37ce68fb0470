"""The groups of the published tables in words: municipalities and kinds of places, each count in steps."""

from collections.abc import Callable
from dataclasses import dataclass

from app.kernel.translate import _
from app.words.filters import label
from matching.catalogue.kinds import OpeningKind
from matching.progress.figures import OUTSIDE_COUNTY, Progress
from matching.progress.rules.counting import NOT_KNOWN
from matching.progress.rules.steps import Step, SteppedTable
from register.organisations.municipalities import municipality_name


@dataclass(frozen=True)
class Group:
    """One line of a table; a step of None is not shown."""

    code: str
    name: str
    started: Step | None


def municipality_groups(progress: Progress) -> list[Group]:
    """The municipalities by name, and last what lies outside or is not known, where there is any."""
    groups = _groups(progress.by_municipality, area_name)
    return sorted(groups, key=lambda group: (group.code in (OUTSIDE_COUNTY, NOT_KNOWN), group.name))


def kind_groups(progress: Progress) -> list[Group]:
    """The kinds of paid places in their usual order."""
    return _groups(progress.by_kind, lambda code: label(OpeningKind(code)) if code != NOT_KNOWN else _("Ikke kjent"))


def area_name(code: str) -> str:
    """What a line of the table by municipality is called."""
    if code == OUTSIDE_COUNTY:
        return _("Utenfor Akershus")
    return municipality_name(code) or _("Ikke kjent")


def ladder_name(*, paid: bool) -> str:
    """What is counted: jobs, or unpaid training."""
    return _("Jobb") if paid else _("Arbeidstrening uten lønn")


def _groups(table: SteppedTable, name_of: Callable[[str], str]) -> list[Group]:
    return [Group(code, name_of(code), step) for code, step in table.cells.items()]
