"""What employers do with their openings: draft, change, publish, close, copy."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ground import audit
from ground.act import Act
from ground.errors import DomainError, NotFound, check_version
from ground.locks import hold
from ground.moves import check_move, move
from ground.states import MoveNotAllowed
from matching.openings.check import check
from matching.openings.content import OpeningContent, content_of, write_content
from matching.openings.errors import FixedOncePublished, OpeningNotReady, WarningsUnanswered
from matching.openings.expiry import expire
from matching.openings.facts import lower_age_of
from matching.openings.search_text import search_text_of
from matching.progress.events import record_event
from matching.progress.types import JobEventKind
from matching.proposals.life import lapse_for_opening
from matching.records.job_places import job_place_of
from matching.records.opening_standing import standing_of
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED, OpeningState
from register.organisations.models import Organisation
from register.organisations.types import Verification

SHOWN_FOR = timedelta(weeks=8)
"""How long an opening is shown when the employer names no last day."""


def draft(act: Act, *, organisation: Organisation, content: OpeningContent) -> Opening:
    """A new draft; all but kind and workplace may be missing. Raises NotFound for a foreign workplace."""
    opening = Opening(
        organisation=organisation,
        age_gates=[],
        hazards=[],
        created_by_id=act.person_id,
        created_at=act.now,
        changed_at=act.now,
    )
    _write(act.session, opening, content)
    _audit(act, "opening.drafted", opening)
    return opening


def change(act: Act, opening: Opening, *, content: OpeningContent, expected_version: int, reason: str = "") -> Opening:
    """Write new content. What is shown already must stay in order, and keeps its kind and workplace.

    Raises EditedMeanwhile, NotFound (foreign workplace), MoveNotAllowed (closed), FixedOncePublished,
    OpeningNotReady, WarningsUnanswered (a new warning: give a `reason`). The rules look at the opening as it is
    written: whoever goes on after a refusal takes that back.
    """
    check_version(opening.version, expected_version)
    if refused := refusal_to_change(opening, act.today):
        raise refused
    _expire_if_past(act, opening)
    before, was = opening.positions, content_of(opening)
    fixed = opening.published_at is not None
    if fixed and (content.kind, content.workplace_id) != (was.kind, was.workplace_id):
        raise FixedOncePublished
    warned: list[str] = []
    answered = frozenset(check(opening, act.today).warnings) if opening.state in OFFERED else frozenset()
    _write(act.session, opening, content)
    opening.changed_at = act.now
    flag_modified(opening, "changed_at")  # a new version also when only rows changed
    if opening.state in OFFERED:
        warned = _check_rules(opening, today=act.today, reason=reason, answered=answered)
    _audit(act, "opening.changed", opening, reason=reason, warnings=warned)
    if opening.state is OpeningState.PUBLISHED and opening.positions != before:
        _tell_progress(act, opening)
    return opening


def refusal_to_change(opening: Opening, today: date) -> DomainError | None:
    """Why no content could be written now, if so: it is closed; or it is shown, and its employer is out of order.

    What is shown must stay in order, and an employer whom Enhetsregisteret does not confirm cannot see to that by
    writing.
    """
    standing = standing_of(opening, today)
    if standing is OpeningState.CLOSED:
        return MoveNotAllowed(opening.state, OpeningState.DRAFT)
    if standing in OFFERED and opening.organisation.verification is not Verification.VERIFIED:
        return OpeningNotReady(check(opening, today))
    return None


def publish(act: Act, opening: Opening, *, expected_version: int, reason: str = "") -> Opening:
    """Offer the opening until its last day; when none is given, for as long as `SHOWN_FOR`.

    That the user is a leader, access has checked.
    Raises EditedMeanwhile, MoveNotAllowed, OpeningNotReady, WarningsUnanswered (give a `reason`).
    """
    check_version(opening.version, expected_version)
    _expire_if_past(act, opening)
    check_move(opening, OpeningState.PUBLISHED)
    warned = _check_rules(opening, today=act.today, reason=reason)
    _move(act, opening, OpeningState.PUBLISHED, reason=reason, warnings=warned)
    opening.published_at = opening.published_at or act.now
    opening.expires_on = opening.expires_on or act.today + SHOWN_FOR
    opening.changed_at = act.now
    act.session.flush()
    _tell_progress(act, opening)
    return opening


def close(act: Act, opening: Opening) -> Opening:
    """Take the opening away for good; proposals without an answer lapse. Closing it again changes nothing."""
    hold(act.session, opening)
    if opening.state is OpeningState.CLOSED:
        return opening
    check_move(opening, OpeningState.CLOSED)
    _move(act, opening, OpeningState.CLOSED)
    opening.closed_at = opening.changed_at = act.now
    act.session.flush()
    lapse_for_opening(act, opening_id=opening.id)
    return opening


def copy_as_draft(act: Act, opening: Opening) -> Opening:
    """A new draft that says the same, without last day.

    Raises NotFound when the workplace has moved to another employer.
    """
    content = replace(content_of(opening), expires_on=None)
    return draft(act, organisation=opening.organisation, content=content)


def _expire_if_past(act: Act, opening: Opening) -> None:
    """What is past its last day has expired, whether or not the scheduler has come round to it."""
    if standing_of(opening, act.today) is not opening.state:
        expire(act, opening.id)


def _write(session: Session, opening: Opening, content: OpeningContent) -> None:
    workplaces = {workplace.id: workplace for workplace in opening.organisation.workplaces}
    if content.workplace_id not in workplaces:
        raise NotFound
    opening.workplace = workplaces[content.workplace_id]
    with session.no_autoflush:
        write_content(opening, content)
        opening.search_text = search_text_of(opening)
        opening.min_age, opening.min_age_basis = lower_age_of(opening) or (None, None)
    session.add(opening)
    session.flush()


def _check_rules(
    opening: Opening, *, today: date, reason: str, answered: frozenset[StrEnum] = frozenset()
) -> list[str]:
    """Returns the codes of the warnings; those `answered` before need no new reason."""
    found = check(opening, today)
    if found.blocking:
        raise OpeningNotReady(found)
    if not answered.issuperset(found.warnings) and not reason.strip():
        raise WarningsUnanswered(found)
    return [code.value for code in found.warnings]


def _audit(
    act: Act,
    action: str,
    opening: Opening,
    reason: str = "",
    **details: object,
) -> None:
    audit.record(
        act,
        action=action,
        subject=opening,
        organisation_id=opening.organisation_id,
        reason=reason.strip(),
        kind=opening.kind.value,
        **details,
    )


def _move(act: Act, opening: Opening, wanted: OpeningState, *, reason: str = "", **details: object) -> None:
    details["kind"] = opening.kind.value
    move(act, opening, wanted, organisation_id=opening.organisation_id, reason=reason.strip(), **details)


def _tell_progress(act: Act, opening: Opening) -> None:
    """The 1000-jobs ladder hears of a published opening and of its number of positions."""
    record_event(
        act,
        kind=JobEventKind.POSTED,
        source_ref=opening.id,
        place=job_place_of(act.session, opening, opening.kind, act.today),
        positions=opening.positions,
        occurred_on=act.today,
    )
