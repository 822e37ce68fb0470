"""An event as the county may read it: of one person's step never date, kind and small area together (R27).

What concerns a place that is pledged or posted is public and stands as it is. Of what concerns a person either the
month and the kind of place are shown, for the county as a whole, or the municipality alone, where the published table
shows its number. The order tells nothing more than what is shown: two views laid side by side are not the same rows.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from matching.catalogue.kinds import OpeningKind
from matching.progress.figures import group_of
from matching.progress.models import JobEvent as JobEventRow
from matching.progress.rules.counting import NOT_KNOWN
from matching.progress.types import JobEventKind
from register.organisations.types import Sector

ABOUT_PLACES = frozenset({JobEventKind.PLEDGED, JobEventKind.POSTED})


@dataclass(frozen=True)
class ShownEvent:
    """One event without what must not stand together; what is None is not shown.

    `area` is a municipality's number, OUTSIDE_COUNTY or NOT_KNOWN; `month` is its first day.
    """

    kind: JobEventKind
    paid: bool
    positions: int = 1
    day: date | None = None
    month: date | None = None
    opening_kind: OpeningKind | None = None
    area: str | None = None
    sector: Sector | None = None
    certified: bool | None = None
    planned_weeks: int | None = None


def shown(events: Iterable[JobEventRow], *, areas: Collection[str] | None = None, secret: str) -> list[ShownEvent]:
    """The events as they are shown, the latest first, those that look alike in an order that nobody can guess.

    With `areas` (groups of the published table) by municipality, else by kind of place.
    """
    view = "kind" if areas is None else "area"
    drawn = {event.id: hashlib.sha256(f"{secret} {view} {event.id}".encode()).digest() for event in events}
    shuffled = sorted(events, key=lambda event: drawn[event.id])
    return sorted((_shown(event, areas) for event in shuffled), key=_order, reverse=True)


def _shown(event: JobEventRow, areas: Collection[str] | None) -> ShownEvent:
    area, paid, month = group_of(event.municipality_number) or NOT_KNOWN, event.opening_kind.paid, _month(event)
    if event.kind in ABOUT_PLACES:
        return ShownEvent(
            kind=event.kind,
            paid=paid,
            positions=event.positions,
            day=event.occurred_on,
            month=month,
            opening_kind=event.opening_kind,
            area=area,
            sector=event.sector,
            certified=event.certified,
        )
    if areas is not None:
        return ShownEvent(kind=event.kind, paid=paid, area=area if area in areas else None)
    return ShownEvent(
        kind=event.kind,
        paid=paid,
        month=month,
        opening_kind=event.opening_kind,
        sector=event.sector,
        certified=event.certified,
        planned_weeks=event.planned_weeks,
    )


def _month(event: JobEventRow) -> date:
    return event.occurred_on.replace(day=1)


def _order(event: ShownEvent) -> tuple[date, date, str]:
    """By month, in it the days of places first; by municipality where there is no month."""
    return event.month or date.min, event.day or date.min, event.area or ""
