"""An event as the county may read it: of one person's step never date, kind and small area together (R27).

What concerns a place that is pledged or posted is public and stands as it is. Of what concerns a person the day
becomes a month, and either the kind of place is shown, for the county as a whole, or the municipality, where the
published table shows its number.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from certification.types import Sector
from matching.progress.figures import OUTSIDE_COUNTY, group_of
from matching.progress.models import JobEvent as JobEventRow
from matching.rules.counting import NOT_KNOWN
from matching.types import JobEventKind, OpeningKind

ABOUT_PLACES = frozenset({JobEventKind.PLEDGED, JobEventKind.POSTED})


@dataclass(frozen=True)
class ShownEvent:
    """One event without what must not stand together. `day` and what else is None is not shown.

    `area` is a municipality's number, OUTSIDE_COUNTY or NOT_KNOWN; `month` is its first day.
    """

    kind: JobEventKind
    month: date
    day: date | None
    paid: bool
    opening_kind: OpeningKind | None
    area: str | None
    sector: Sector | None
    certified: bool | None
    positions: int
    planned_weeks: int | None


def shown(event: JobEventRow, *, areas: Collection[str] | None = None) -> ShownEvent:
    """The event as it is shown. With `areas` (groups of the published table) by municipality, else by kind of place."""
    about_place, by_area = event.kind in ABOUT_PLACES, areas is not None
    area = group_of(event.municipality_number) or NOT_KNOWN
    return ShownEvent(
        kind=event.kind,
        month=event.occurred_on.replace(day=1),
        day=event.occurred_on if about_place else None,
        paid=event.opening_kind.paid,
        opening_kind=event.opening_kind if about_place or not by_area else None,
        area=area if about_place or (areas is not None and area in areas) else None,
        sector=event.sector if about_place or not by_area else None,
        certified=event.certified if about_place or not by_area else None,
        positions=event.positions,
        planned_weeks=event.planned_weeks if not by_area else None,
    )


__all__ = ["ABOUT_PLACES", "NOT_KNOWN", "OUTSIDE_COUNTY", "ShownEvent", "shown"]
