"""The log of readers in plain words: one line for each person, purpose and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.kernel.translate import _
from app.words.filters import label
from ground.dates import NORWAY
from matching.disclosures.models import CandidateRead
from register.roles.types import Role


@dataclass(frozen=True)
class ReadingDay:
    """One day and the lines of who looked."""

    day: date
    lines: list[str]


def days_of_reading(reads: Sequence[CandidateRead]) -> list[ReadingDay]:
    """The looks of each day, the newest day first; the same look again on one day is told once."""
    days = groupby(reads, key=lambda read: read.at.astimezone(NORWAY).date())
    return [ReadingDay(day, list(dict.fromkeys(_line(read) for read in looks))) for day, looks in days]


def _line(read: CandidateRead) -> str:
    return _("%(who)s så %(what)s, %(why)s.", who=_who(read), what=label(read.what), why=label(read.purpose))


def _who(read: CandidateRead) -> str:
    name = read.user.display_name
    if read.organisation is not None:
        return _("%(name)s hos %(organisation)s", name=name, organisation=read.organisation.name)
    if read.role is Role.COUNSELLOR:
        return _("%(name)s på Nav-kontoret", name=name)
    return _("%(name)s i fylkeskommunen", name=name)
