"""Reading all that lies below an employer in Enhetsregisteret: ledd of any depth, and the workplaces below them.

A job asks one question at a time outside any transaction and hands the answer in here. Whose a workplace is:

- an employer has the workplaces below it that no registered ledd nearer to them has;
- an employer without a confirmed leader takes nothing from another, and holds nothing against one that has a leader.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import structlog
from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from ground import audit
from ground.act import Act
from ground.alphabet import composed
from ground.locks import held_all
from register.joining.mails import JoiningMail
from register.joining.waiting import LONGEST_PAUSE, pause_before_next
from register.organisations.business_register import (
    NoAnswer,
    PageBelow,
    Refused,
    RegisterAnswer,
    RegisteredBranch,
    RegisteredWorkplace,
)
from register.organisations.models import Branch, Organisation, TreeReading, Workplace
from register.organisations.types import Listed, Trouble, Verification
from register.people import mail
from register.roles.grants import people_with_role
from register.roles.models import RoleGrant
from register.roles.types import Role

log = structlog.get_logger()
MOST_PAGES = 50
"""The register shows the first 10,000 of a list."""
MOST_UNITS = 3000
"""More ledd than any body has: whatever answers with more goes round in circles."""
TRIES_BEFORE_LEAVING_OUT = 8
"""A list that could not be read so often is left out; nothing is closed for its sake."""
PAUSE_WHILE_HELD_BACK = timedelta(minutes=1)


class Asked(StrEnum):
    """What a question is about."""

    ABOVE = "above"
    BRANCHES = "branches"
    WORKPLACES = "workplaces"


LISTS = {Asked.BRANCHES: Listed.BRANCHES, Asked.WORKPLACES: Listed.WORKPLACES}


@dataclass(frozen=True)
class Question:
    """What is to be asked next in the reading for an employer: about the unit above, or one page of a list."""

    organisation_id: uuid.UUID
    asked: Asked
    orgnr: str
    page: int
    tries: int = 0

    @property
    def listed(self) -> Listed | None:
        """Which list it asks for; None for the unit above."""
        return LISTS.get(self.asked)


@dataclass(frozen=True)
class Passed:
    """A workplace that has gone over to another employer, of the same legal entity or not."""

    workplace_id: uuid.UUID
    from_id: uuid.UUID
    to_id: uuid.UUID
    same_legal_entity: bool


def start_reading(act: Act, organisation: Organisation) -> TreeReading:
    """Let all that lies below an employer be read from the beginning; a reading under way goes on, at once."""
    reading = organisation.reading
    if reading is None:
        reading = TreeReading(organisation=organisation, started_at=act.now, next_try_at=act.now, queue=[], seen=[])
        act.session.add(reading)
    elif reading.finished_at is None:
        reading.next_try_at = min(reading.next_try_at, act.now)
        return reading
    reading.started_at = reading.next_try_at = act.now
    reading.seen = [organisation.orgnr]
    below = [[asked.value, organisation.orgnr, 0, 0] for asked in (Asked.WORKPLACES, Asked.BRANCHES)]
    above = [[Asked.ABOVE.value, organisation.parent_orgnr, 0, 0]] if organisation.parent_orgnr else []
    reading.queue = above + below
    reading.found = reading.held_back = reading.tries = 0
    reading.whole, reading.trouble, reading.finished_at = True, None, None
    act.session.flush()
    return reading


def claim_question(act: Act) -> Question | None:
    """The next question of the reading whose turn it is, or None when none is due.

    The try is counted and the next one set before anything is asked. A reading that held workplaces back begins
    again once the employer has a leader.
    """
    has_leader = exists().where(
        RoleGrant.organisation_id == TreeReading.organisation_id,
        RoleGrant.role == Role.LEADER,
        RoleGrant.revoked_at.is_(None),
    )
    due = (
        select(TreeReading)
        .where(
            TreeReading.next_try_at <= act.now,
            or_(TreeReading.finished_at.is_(None), and_(TreeReading.held_back > 0, has_leader)),
        )
        .order_by(TreeReading.next_try_at, TreeReading.started_at, TreeReading.organisation_id)
        .limit(1)
    )
    reading = next(iter(held_all(act.session, TreeReading, due)), None)
    if reading is None:
        return None
    if reading.finished_at is not None:
        start_reading(act, reading.organisation)
    reading.tries += 1
    reading.next_try_at = act.now + pause_before_next(reading.tries)
    act.session.flush()
    asked, orgnr, page, tries = reading.queue[0]
    return Question(reading.organisation_id, Asked(asked), orgnr, page, tries)


def note_trouble(act: Act, question: Question, *, trouble: Trouble) -> None:
    """The question has no answer to trust: others of the reading come first, and after some tries it is left out."""
    reading = _reading(act, question)
    if reading is None:
        return
    again = [question.asked.value, question.orgnr, question.page, question.tries + 1]
    left_out = question.tries + 1 >= TRIES_BEFORE_LEAVING_OUT
    reading.queue = reading.queue[1:] if left_out else [*reading.queue[1:], again]
    reading.trouble, reading.whole = trouble, reading.whole and not left_out
    if not reading.queue:
        _finish(act, reading)
    act.session.flush()


def apply_above(act: Act, question: Question, *, answer: RegisterAnswer) -> None:
    """What is above a ledd: on to the next unit, until that is the legal entity."""
    reading = _reading(act, question)
    if reading is None or isinstance(answer, NoAnswer):
        return
    more: list[list[object]] = []
    if isinstance(answer, Refused):
        log.error("business_register_unit_above_refused", reason=answer.reason.value)
    elif answer.parent_orgnr is None:
        own = answer.orgnr == reading.organisation.orgnr
        reading.organisation.legal_orgnr = answer.orgnr
        reading.organisation.legal_name = None if own else answer.name
    elif answer.parent_orgnr not in reading.seen:
        if answer.orgnr == reading.organisation.orgnr:
            reading.organisation.parent_orgnr = answer.parent_orgnr
        _know_branches(act.session, (RegisteredBranch(answer.orgnr, answer.name),), answer.parent_orgnr)
        reading.seen = [*reading.seen, answer.orgnr]
        more = [[Asked.ABOVE.value, answer.parent_orgnr, 0, 0]]
    _go_on(act, reading, more)


def apply_page(act: Act, question: Question, *, page: PageBelow) -> list[Passed]:
    """Take one page of what lies below. Returns the workplaces that went over from another employer."""
    reading = _reading(act, question)
    if reading is None:
        return []
    more: list[list[object]] = []
    if question.page + 1 < min(page.pages, MOST_PAGES):
        more.append([question.asked.value, question.orgnr, question.page + 1, 0])
    reading.whole = reading.whole and page.whole and page.pages <= MOST_PAGES
    more += _descend(act, reading, question.orgnr, page.branches)
    passed = _take(act, reading, question.orgnr, page.workplaces)
    _go_on(act, reading, more)
    return passed


def is_being_read(session: Session, organisation_id: uuid.UUID) -> bool:
    """Whether what lies below an employer has begun to be read and is not done."""
    unfinished = TreeReading.organisation_id == organisation_id, TreeReading.finished_at.is_(None)
    return session.scalar(select(TreeReading.organisation_id).where(*unfinished)) is not None


def readings_in_trouble(session: Session, *, most: int = 50) -> list[TreeReading]:
    """Readings that met trouble and go on, and those that could not read everything; the oldest first."""
    query = select(TreeReading).options(joinedload(TreeReading.organisation)).where(TreeReading.trouble.is_not(None))
    return list(session.scalars(query.order_by(TreeReading.started_at, TreeReading.organisation_id).limit(most)))


def take_all(act: Act, organisation: Organisation, workplaces: Iterable[RegisteredWorkplace]) -> None:
    """Give an employer the workplaces right below it, all at once, for those who have the whole list in hand."""
    reading = start_reading(act, organisation)
    _take(act, reading, organisation.orgnr, tuple(workplaces))
    reading.queue = []
    _finish(act, reading)
    act.session.flush()


def _reading(act: Act, question: Question) -> TreeReading | None:
    """The reading that the question belongs to, held, if that still is its next question."""
    query = (
        select(TreeReading)
        .where(TreeReading.organisation_id == question.organisation_id)
        .options(joinedload(TreeReading.organisation, innerjoin=True))
    )
    reading = next(iter(held_all(act.session, TreeReading, query)), None)
    if reading is None or not reading.queue or reading.finished_at is not None:
        return None
    same = reading.queue[0][:3] == [question.asked.value, question.orgnr, question.page]
    return reading if same else None


def _go_on(act: Act, reading: TreeReading, more: list[list[object]]) -> None:
    reading.queue = [*more, *reading.queue[1:]]
    reading.tries, reading.next_try_at = 0, act.now
    if reading.whole:
        reading.trouble = None
    if not reading.queue:
        _finish(act, reading)
    act.session.flush()


def _finish(act: Act, reading: TreeReading) -> None:
    """Close what this reading did not find, if it could read everything."""
    reading.finished_at = act.now
    leads = with_leader(act.session, [reading.organisation.orgnr])
    reading.next_try_at = act.now + (LONGEST_PAUSE if leads else PAUSE_WHILE_HELD_BACK)
    if not reading.whole:
        log.error("business_register_tree_not_whole")
        return
    act.session.flush()
    not_found = act.session.scalars(
        select(Workplace).where(
            Workplace.organisation_id == reading.organisation_id,
            Workplace.closed_at.is_(None),
            or_(Workplace.read_at.is_(None), Workplace.read_at < reading.started_at),
        )
    ).all()
    own = reading.organisation.orgnr
    paths = {above: _path_up(act.session, above, own) for above in {one.branch_orgnr or own for one in not_found}}
    leading = with_leader(act.session, {orgnr for path in paths.values() for orgnr in path})
    for workplace in not_found:
        if leading.isdisjoint(paths[workplace.branch_orgnr or own]):  # else a nearer employer is about to take it
            workplace.closed_at = act.now


def _descend(act: Act, reading: TreeReading, parent: str, branches: tuple[RegisteredBranch, ...]) -> list[list[object]]:
    """Which ledd to go on with: not those met before, nor those that are employers with a leader of their own."""
    _know_branches(act.session, branches, parent)
    own = with_leader(act.session, [branch.orgnr for branch in branches])
    new = [branch.orgnr for branch in branches if branch.orgnr not in {*reading.seen, *own}]
    if len(reading.seen) + len(new) > MOST_UNITS:
        log.error("business_register_tree_too_large")
        reading.whole, new = False, []
    reading.seen = [*reading.seen, *new]
    return [[asked.value, orgnr, 0, 0] for orgnr in new for asked in (Asked.WORKPLACES, Asked.BRANCHES)]


def _know_branches(session: Session, branches: tuple[RegisteredBranch, ...], parent: str) -> None:
    numbers = [branch.orgnr for branch in branches]
    known = {one.orgnr: one for one in session.scalars(select(Branch).where(Branch.orgnr.in_(numbers)))}
    for branch in branches:
        row = known.get(branch.orgnr)
        if row is None:
            session.add(Branch(orgnr=branch.orgnr, name=branch.name, parent_orgnr=parent))
        else:
            row.name, row.parent_orgnr = branch.name, parent
    session.flush()


def with_leader(session: Session, numbers: Iterable[str]) -> set[str]:
    """Those of the numbers that are confirmed employers in Plass with a leader."""
    return set(
        session.scalars(
            select(Organisation.orgnr)
            .join(RoleGrant, RoleGrant.organisation_id == Organisation.id)
            .where(
                Organisation.orgnr.in_(list(numbers)),
                Organisation.verification == Verification.VERIFIED,
                RoleGrant.role == Role.LEADER,
                RoleGrant.revoked_at.is_(None),
            )
        )
    )


def _take(act: Act, reading: TreeReading, above: str, registered: tuple[RegisteredWorkplace, ...]) -> list[Passed]:
    organisation = reading.organisation
    numbers = [one.orgnr for one in registered]
    query = select(Workplace).where(Workplace.orgnr.in_(numbers)).options(joinedload(Workplace.organisation))
    known = {one.orgnr: one for one in act.session.scalars(query)}
    leading = with_leader(act.session, {one.organisation.orgnr for one in known.values()} | {organisation.orgnr})
    nearer = _path_up(act.session, above, organisation.orgnr) if len(leading - {organisation.orgnr}) else []
    passed = []
    for one in registered:
        workplace = known.get(one.orgnr)
        if workplace is None:
            workplace = Workplace(orgnr=one.orgnr, name=one.name, organisation=organisation)
            act.session.add(workplace)
        elif workplace.organisation is not organisation:
            owner = workplace.organisation
            if owner.orgnr in nearer and owner.orgnr in leading:
                continue  # a ledd nearer to it is an employer of its own, since this reading began
            if organisation.orgnr not in leading or (organisation.is_branch and organisation.legal_orgnr is None):
                reading.held_back += 1
                continue
            passed.append(_pass_on(act, workplace, organisation))
        workplace.name, workplace.branch_orgnr = composed(one.name), above
        workplace.closed_at, workplace.read_at = None, reading.started_at
        workplace.lie_at(one.address)
        reading.found += 1
    act.session.flush()
    _tell_both(act, reading, passed)
    return passed


def _path_up(session: Session, orgnr: str, top: str) -> list[str]:
    """The units from one up to another, which is left out."""
    path: list[str] = []
    while orgnr != top and orgnr not in path:
        path.append(orgnr)
        orgnr = session.scalar(select(Branch.parent_orgnr).where(Branch.orgnr == orgnr)) or top
    return path


def _pass_on(act: Act, workplace: Workplace, to: Organisation) -> Passed:
    """A workplace goes over with its number: to a ledd that has registered, or with the business to a new owner."""
    owner = workplace.organisation
    workplace.organisation = to
    for party, other, action in ((owner, to, "handed_over"), (to, owner, "taken_over")):
        audit.record(
            act.by(None),
            action=f"workplace.{action}",
            subject=workplace,
            organisation_id=party.id,
            workplace=workplace.name,
            other=other.name,
        )
    same = owner.legal_orgnr is not None and owner.legal_orgnr == to.legal_orgnr
    return Passed(workplace.id, owner.id, to.id, same)


def _tell_both(act: Act, reading: TreeReading, passed: list[Passed]) -> None:
    """One mail to each leader on both sides for each reading, however many workplaces went over."""
    for from_id, to_id in dict.fromkeys((one.from_id, one.to_id) for one in passed):
        giver, taker = act.session.get_one(Organisation, from_id), act.session.get_one(Organisation, to_id)
        for party, other, kind in (
            (giver, taker, JoiningMail.WORKPLACES_HANDED_OVER),
            (taker, giver, JoiningMail.WORKPLACES_TAKEN_OVER),
        ):
            for leader in people_with_role(act.session, Role.LEADER, organisation_id=party.id):
                once = f"{reading.organisation_id}:{reading.started_at.isoformat()}:{from_id}:{kind}:{leader.id}"
                mail.enqueue_to(
                    act,
                    leader,
                    kind=kind,
                    once_key=f"workplaces-passed:{uuid.uuid5(uuid.NAMESPACE_URL, once)}",
                    orgnr=party.orgnr,
                    organisation=party.name,
                    other=other.name,
                )
