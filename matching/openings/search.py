"""Searching the public openings: words, filters and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, selectinload

from certification.api import certified_employers_on
from ground.alphabet import folded
from ground.paging import Page, one_page
from matching.catalogue.choices import Adaptation, HoursBand, InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.catalogue.occupations import occupations
from matching.records.queries.openings import public_on, with_employer
from matching.records.tables.opening import Opening, OpeningAdaptation
from register.organisations.models import Workplace

PAGE_SIZE = 20
MOST_WORDS = 8

HOURS_OF: dict[HoursBand, tuple[int, int]] = {
    HoursBand.UP_TO_15: (0, 15),
    HoursBand.FROM_15_TO_30: (15, 30),
    HoursBand.OVER_30: (30, 168),
}
"""From and up to how many hours a week each band goes."""


@dataclass(frozen=True)
class OpeningSearch:
    """What somebody is looking for; None and empty mean «all the same to me»."""

    words: str = ""
    municipality: str | None = None
    kind: OpeningKind | None = None
    area: InterestArea | None = None
    hours: HoursBand | None = None
    adaptations: frozenset[Adaptation] = frozenset()
    certified: bool = False


def search_public(
    session: Session, search: OpeningSearch, *, today: date, public: Mapping[str | None, int], page: int = 1
) -> Page[Opening]:
    """The public openings that fit, newest first. A page outside the result becomes the nearest one.

    `public` is what `public_by_municipality` found: who looks for no more than a municipality is counted already.
    """
    conditions = [*public_on(today), *_conditions(search)]
    if search.certified:
        conditions.append(Opening.organisation_id.in_(certified_employers_on(today)))
    found = with_employer().where(*conditions).order_by(Opening.published_at.desc(), Opening.id)
    return one_page(session, found, page=page, size=PAGE_SIZE, total=_counted(search, public))


def _counted(search: OpeningSearch, public: Mapping[str | None, int]) -> int | None:
    if search == OpeningSearch():
        return sum(public.values())
    return public.get(search.municipality, 0) if search == OpeningSearch(municipality=search.municipality) else None


def newest_public(session: Session, *, today: date, most: int) -> Sequence[Opening]:
    """The newest public openings with their tasks, for feeds."""
    return session.scalars(
        with_employer()
        .where(*public_on(today))
        .options(selectinload(Opening.tasks))
        .order_by(Opening.published_at.desc(), Opening.id)
        .limit(most)
    ).all()


def public_by_municipality(session: Session, *, today: date) -> dict[str | None, int]:
    """How many openings are public today in each municipality where there is one; None is where it is not known."""
    rows = session.execute(
        select(Workplace.municipality_number.label("place"), func.count(Opening.id).label("number"))
        .select_from(Opening)
        .join(Opening.organisation)
        .join(Opening.workplace)
        .where(*public_on(today))
        .group_by(Workplace.municipality_number)
    )
    return {row.place: row.number for row in rows}


def _conditions(search: OpeningSearch) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        Opening.search_text.contains(word, autoescape=True) for word in folded(search.words).split()[:MOST_WORDS]
    ]
    if search.municipality:
        found.append(Workplace.municipality_number == search.municipality)
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
