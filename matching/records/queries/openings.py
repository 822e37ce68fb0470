"""Openings for pages: one by id, an employer's own, and those that may be shown today."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, select
from sqlalchemy.orm import Session, contains_eager, immediateload, load_only, selectinload, subqueryload

from ground.alphabet import folded, in_alphabet
from ground.errors import existing
from ground.paging import Order, Page, one_page
from matching.catalogue.kinds import OpeningKind
from matching.records.opening_standing import standing_on
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.types import HOLDS_A_POSITION, OpeningState
from register.organisations.models import Organisation, Workplace
from register.organisations.types import Verification

MOST_WORDS = 8
PAID_KINDS = tuple(kind for kind in OpeningKind if kind.paid)
TAKEN = (
    select(func.count(Placement.id))
    .where(Placement.opening_id == Opening.id, Placement.state.in_(HOLDS_A_POSITION))
    .correlate(Opening)
    .scalar_subquery()
)
"""How many of an opening's positions are held by an agreed or running placement."""
HAS_ROOM = Opening.positions > TAKEN
"""Not every position is taken by an agreed or running placement."""


def visible_on(today: date) -> tuple[ColumnElement[bool], ...]:
    """What makes an opening offered on this day: published, not past its last day, employer in order.

    Unpaid ones too: those are for counsellors and for candidates they are proposed to, never for everyone.
    The query must join the opening's organisation and workplace.
    """
    return (
        Opening.state == OpeningState.PUBLISHED,
        Opening.expires_on >= today,
        Organisation.verification == Verification.VERIFIED,
        Workplace.closed_at.is_(None),
    )


def public_on(today: date) -> tuple[ColumnElement[bool], ...]:
    """What makes an opening public on this day: offered, paid (R15), and not filled."""
    return (*visible_on(today), Opening.kind.in_(PAID_KINDS), HAS_ROOM)


def with_employer() -> Select[Opening]:
    """A query of openings joined with employer and workplace, both loaded."""
    return (
        select(Opening)
        .join(Opening.organisation)
        .join(Opening.workplace)
        .options(contains_eager(Opening.organisation), contains_eager(Opening.workplace))
    )


ROWS = (Opening.tasks, Opening.requirements, Opening.shifts, Opening.adaptation_rows)
WHOLE = tuple(selectinload(rows) for rows in ROWS)
"""All that is said of an opening in rows of their own: what its page shows and what matching looks at."""
COMPARED_ROWS = (Opening.requirements, Opening.shifts, Opening.adaptation_rows)
COMPARED = (
    Opening.kind, Opening.state, Opening.title, Opening.written_in, Opening.styrk_code, Opening.positions,
    Opening.version,
    Opening.organisation_id, Opening.workplace_id, Opening.published_at, Opening.expires_on, Opening.starts_on,
    Opening.ends_on, Opening.hours_per_week_min, Opening.hours_per_week_max, Opening.age_gates, Opening.supervised,
    Opening.hazards, Opening.night_exception, Opening.night_reason,
)  # fmt: skip
"""What matching reads of an opening, and its title with its language."""


def opening_of(session: Session, orgnr: str, opening_id: uuid.UUID) -> Opening:
    """One opening of the employer with this number. Raises NotFound, also for another employer's."""
    return _one(session, _of_employer(orgnr, opening_id))


def whole_opening_of(session: Session, orgnr: str, opening_id: uuid.UUID) -> Opening:
    """The same, with all that is said of it."""
    return _one(session, _of_employer(orgnr, opening_id).options(*WHOLE))


def visible_opening(session: Session, opening_id: uuid.UUID, *, today: date) -> Opening:
    """One opening that is offered today, paid or not. Raises NotFound."""
    return _one(session, _visible(opening_id, today))


def whole_visible_opening(session: Session, opening_id: uuid.UUID, *, today: date) -> Opening:
    """The same, with all that is said of it."""
    return _one(session, _visible(opening_id, today).options(*WHOLE))


def whole_opening(session: Session, opening_id: uuid.UUID) -> Opening:
    """One opening with all that is said of it, whatever has become of it. Raises NotFound.

    What is known of it already in this transaction is not asked for again.
    """
    missing = [immediateload(rows) for rows in ROWS]
    return _one(session, with_employer().where(Opening.id == opening_id).options(*missing))


def public_opening(session: Session, opening_id: uuid.UUID, *, today: date) -> Opening:
    """One opening that everyone may see today. Raises NotFound, also for an unpaid or expired one."""
    return _one(session, with_employer().where(Opening.id == opening_id, *public_on(today)))


def openings_to_compare(session: Session, *conditions: ColumnElement[bool], today: date) -> list[tuple[Opening, int]]:
    """The openings offered today that fulfil the conditions, newest first, each with its number of taken positions.

    What matching looks at comes with them, and what a list shows; the long texts stay behind. However many they
    are, they are asked for with the same few statements.
    """
    query = (
        select(Opening, TAKEN)
        .join(Opening.organisation)
        .join(Opening.workplace)
        .where(*visible_on(today), *conditions)
        .options(
            load_only(*COMPARED),
            contains_eager(Opening.organisation).load_only(Organisation.name, Organisation.verification),
            contains_eager(Opening.workplace).load_only(
                Workplace.municipality_number, Workplace.town, Workplace.closed_at
            ),
            *(subqueryload(rows) for rows in COMPARED_ROWS),
        )
        .order_by(Opening.published_at.desc(), Opening.id)
    )
    return [(opening, taken) for opening, taken in session.execute(query)]


def number_visible(session: Session, *, today: date) -> int:
    """How many openings are offered today, paid and unpaid."""
    query = select(func.count(Opening.id)).join(Opening.organisation).join(Opening.workplace).where(*visible_on(today))
    return session.scalar(query) or 0


def visible_page(
    session: Session,
    *,
    today: date,
    words: str = "",
    municipality_number: str | None = None,
    kind: OpeningKind | None = None,
    order: Order = Order.NEWEST,
    page: int = 1,
) -> Page[Opening]:
    """One page of the openings offered today, paid or not; without a municipality everywhere, without a kind of all."""
    found = with_employer().where(*visible_on(today), *matching_words(words))
    if kind is not None:
        found = found.where(Opening.kind == kind)
    if municipality_number is not None:
        found = found.where(Workplace.municipality_number == municipality_number)
    return one_page(session, found.order_by(*in_order(order)), page=page)


def matching_words(words: str) -> list[ColumnElement[bool]]:
    """That an opening holds every word somebody looks for; words beyond the eighth are passed over."""
    return [Opening.search_text.contains(word, autoescape=True) for word in folded(words).split()[:MOST_WORDS]]


def in_order(order: Order) -> tuple[SQLColumnExpression[Any], ...]:
    """How openings that are offered stand in a list: the newest, those that end first, or by title."""
    match order:
        case Order.LAST_DAY:
            return Opening.expires_on, Opening.id
        case Order.NAME:
            return in_alphabet(Opening.title), Opening.id
    return Opening.published_at.desc(), Opening.id


def public_openings_of(session: Session, organisation_id: uuid.UUID, *, today: date, page: int = 1) -> Page[Opening]:
    """One page of an employer's openings that everyone may see today, newest first."""
    query = (
        with_employer()
        .where(Opening.organisation_id == organisation_id, *public_on(today))
        .order_by(Opening.published_at.desc(), Opening.id)
    )
    return one_page(session, query, page=page)


def openings_of(
    session: Session, organisation_id: uuid.UUID, states: Collection[OpeningState], *, today: date, page: int = 1
) -> Page[Opening]:
    """One page of an employer's openings that stand in some states today, last changed first."""
    query = (
        with_employer()
        .where(Opening.organisation_id == organisation_id, standing_on(today).in_(states))
        .order_by(Opening.changed_at.desc(), Opening.id)
    )
    return one_page(session, query, page=page)


def counts_by_state(session: Session, organisation_id: uuid.UUID, *, today: date) -> dict[OpeningState, int]:
    """How many openings of an employer stand in each state today; states without any are zero."""
    standing = standing_on(today)
    rows = session.execute(
        select(standing, func.count()).where(Opening.organisation_id == organisation_id).group_by(standing)
    )
    return dict.fromkeys(OpeningState, 0) | {row[0]: row[1] for row in rows}


def positions_on_offer(session: Session, organisation_id: uuid.UUID, *, today: date) -> tuple[int, int]:
    """How many positions an employer's published places have today, and how many of them are taken."""
    shown = standing_on(today) == OpeningState.PUBLISHED, Opening.organisation_id == organisation_id
    positions, taken = session.execute(select(func.sum(Opening.positions), func.sum(TAKEN)).where(*shown)).one()
    return positions or 0, taken or 0


def _of_employer(orgnr: str, opening_id: uuid.UUID) -> Select[Opening]:
    return with_employer().where(Opening.id == opening_id, Organisation.orgnr == orgnr)


def _visible(opening_id: uuid.UUID, today: date) -> Select[Opening]:
    return with_employer().where(Opening.id == opening_id, *visible_on(today))


def _one(session: Session, query: Select[Opening]) -> Opening:
    return existing(session.scalar(query))
