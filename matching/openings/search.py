"""Searching the public openings: words, filters and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, selectinload

from certification.api import certified_employers_on
from ground.paging import Order, Page, one_page
from matching.catalogue.choices import Adaptation, HoursBand, InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.catalogue.occupations import occupations
from matching.records.queries.openings import in_order, matching_words, public_on, with_employer
from matching.records.tables.opening import Opening, OpeningAdaptation
from register.organisations.models import Workplace

HOURS_OF: dict[HoursBand, tuple[int, int]] = {
    HoursBand.UP_TO_15: (0, 15),
    HoursBand.FROM_15_TO_30: (15, 30),
    HoursBand.OVER_30: (30, 168),
}
"""From and up to how many hours a week each band goes."""


@dataclass(frozen=True)
class OpeningSearch:
    """What somebody is looking for and how it stands; None and empty mean «all the same to me»."""

    words: str = ""
    municipality: str | None = None
    kind: OpeningKind | None = None
    area: InterestArea | None = None
    hours: HoursBand | None = None
    adaptations: frozenset[Adaptation] = frozenset()
    certified: bool = False
    order: Order = Order.NEWEST


def search_public(
    session: Session, search: OpeningSearch, *, today: date, fitting: Mapping[str | None, int], page: int = 1
) -> Page[Opening]:
    """The public openings that fit. A page outside the result becomes the nearest one.

    `fitting` is what `fitting_by_municipality` found for the search: what fits is counted there and not again.
    """
    here = () if search.municipality is None else (Workplace.municipality_number == search.municipality,)
    found = with_employer().where(*_fitting(search, today), *here).order_by(*in_order(search.order))
    total = sum(fitting.values()) if search.municipality is None else fitting.get(search.municipality, 0)
    return one_page(session, found, page=page, total=total)


def newest_public(session: Session, *, today: date, most: int) -> Sequence[Opening]:
    """The newest public openings with their tasks, for feeds."""
    return session.scalars(
        with_employer()
        .where(*public_on(today))
        .options(selectinload(Opening.tasks))
        .order_by(Opening.published_at.desc(), Opening.id)
        .limit(most)
    ).all()


def fitting_by_municipality(session: Session, search: OpeningSearch, *, today: date) -> dict[str | None, int]:
    """How many public openings fit in each municipality where there is one, whichever is looked in.

    None is where it is not known.
    """
    rows = session.execute(
        select(Workplace.municipality_number.label("place"), func.count(Opening.id).label("number"))
        .select_from(Opening)
        .join(Opening.organisation)
        .join(Opening.workplace)
        .where(*_fitting(search, today))
        .group_by(Workplace.municipality_number)
    )
    return {row.place: row.number for row in rows}


def _fitting(search: OpeningSearch, today: date) -> list[ColumnElement[bool]]:
    """What makes an opening public and fit for the search, all but the municipality."""
    found = [*public_on(today), *matching_words(search.words)]
    if search.certified:
        found.append(Opening.organisation_id.in_(certified_employers_on(today)))
    if search.kind:
        found.append(Opening.kind == search.kind)
    if search.area:
        codes = [code for code, occupation in occupations().items() if occupation.area is search.area]
        found.append(Opening.styrk_code.in_(codes))
    if search.hours:
        fewest, most = HOURS_OF[search.hours]
        found += [Opening.hours_per_week_min <= most, Opening.hours_per_week_max > fewest]
    found += [Opening.adaptation_rows.any(OpeningAdaptation.adaptation == one) for one in sorted(search.adaptations)]
    return found
