"""Everything that is kept about a candidate, described once: the page, the PDF and the file are made of it.

What stands here, and what does not and why, is judged column by column in `app/candidates/judged.py`.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from ground.audit import AuditEvent
from ground.outbox import OutboxMessage
from matching.candidates import requests
from matching.candidates.models import RightsRequest
from matching.disclosures.reads import reads_of
from matching.doors import devices, events
from matching.doors.models import CallRequest, CandidatePin, OwnLink, PinReset, SignInCode
from matching.placements.content import content_of
from matching.progress.models import JobEvent
from matching.records.profiles import profile_of
from matching.records.queries import candidates as queries
from matching.records.queries import placements as placement_queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from matching.records.tables.placement import Agreement, Approval, Placement
from matching.records.tables.proposal import Proposal
from register.people.models import User
from register.roles.models import RoleGrant
from register.sign_in.drafts import all_drafts_of
from register.sign_in.models import UserSession

ALL_READS = 100_000
Told = dict[str, Any]


def everything_about(session: Session, candidate: Candidate) -> Told:
    """All of it, by subject: values as they are kept (dates, enums), names where the row has a key."""
    proposals = queries.proposals_and_sharings_of(session, candidate.id)
    placements = placement_queries.of_candidate(session, candidate.id)
    approvers = _approvers(session, candidate)
    return {
        "profile": asdict(profile_of(candidate)),
        "participation": _participation(session, candidate),
        "account": _account(candidate.user),
        "roles": _roles(session, candidate),
        "counsellors": _counsellors(session, candidate),
        "proposals": [_proposal(one) for one in proposals],
        "placements": [_placement(one, approvers) for one in placements],
        "requests": _requests(session, candidate),
        "looked_at_by": _looks(session, candidate),
        "codes": _codes(session, candidate),
        "telephones": _telephones(session, candidate),
        "own_links": _own_links(session, candidate),
        "pin": _pin(session, candidate),
        "new_pins": _new_pins(session, candidate),
        "calls": _calls(session, candidate),
        "at_the_doors": _at_the_doors(session, candidate),
        "sessions": _sessions(session, candidate),
        "mails": _mails(session, candidate),
        "kept_drafts": _drafts(session, candidate),
        "counted": _counted(session, candidate),
        "log": _log(session, candidate, proposals, placements),
    }


def as_plain(told: Any) -> Any:
    """The same for a file: dates and times as ISO text, sets as sorted lists; None stays «not asked»."""
    if isinstance(told, Mapping):
        return {str(name): as_plain(value) for name, value in told.items()}
    if isinstance(told, set | frozenset):
        return sorted(str(one) for one in told)
    if isinstance(told, list | tuple):
        return [as_plain(one) for one in told]
    if isinstance(told, date | datetime | time):
        return told.isoformat()
    return told


def _participation(session: Session, candidate: Candidate) -> Told:
    return {
        "office": candidate.nav_office.name,
        "registered_at": candidate.created_at,
        "registered_by": session.get_one(User, candidate.created_by_id).display_name,
        "changed_at": candidate.changed_at,
        "confirmed_email": candidate.confirmed_email,
        "email_confirmed_at": candidate.email_confirmed_at,
        "confirmed_at": candidate.confirmed_at,
        "paused_at": candidate.paused_at,
        "restricted_at": candidate.restricted_at,
        "closed_at": candidate.closed_at,
        "deletion_asked_at": candidate.deletion_asked_at,
        "warned_at": candidate.warned_at,
    }


def _account(user: User | None) -> Told:
    if user is None:
        return {}
    return {
        "name": user.name,
        "email": user.email,
        "phone": user.phone,
        "language": user.locale,
        "writes_in": user.writes_in,
        "created_at": user.created_at,
        "closed_at": user.closed_at,
    }


def _roles(session: Session, candidate: Candidate) -> list[Told]:
    grants = select(RoleGrant).where(RoleGrant.user_id == candidate.user_id).order_by(RoleGrant.granted_at)
    return [
        {"role": one.role, "from": one.granted_at, "until": one.revoked_at}
        for one in (session.scalars(grants) if candidate.user_id else ())
    ]


def _counsellors(session: Session, candidate: Candidate) -> list[Told]:
    entries = (
        select(CaseloadEntry)
        .where(CaseloadEntry.candidate_id == candidate.id)
        .order_by(CaseloadEntry.from_at.desc(), CaseloadEntry.id)
        .options(joinedload(CaseloadEntry.counsellor))
    )
    return [
        {"who": one.counsellor.display_name, "from": one.from_at, "until": one.until_at}
        for one in session.scalars(entries)
    ]


def _requests(session: Session, candidate: Candidate) -> list[Told]:
    return [
        {
            "kind": one.kind,
            "state": one.state,
            "asked_at": one.asked_at,
            "words": one.words,
            "due_on": one.due_on,
            "answered_at": one.answered_at,
            "answered_by": one.answered_by.display_name if one.answered_by else None,
            "answer": one.reason,
        }
        for one in requests.of_candidate(session, candidate.id)
    ]


def _looks(session: Session, candidate: Candidate) -> list[Told]:
    return [
        {
            "at": read.at,
            "who": read.user.display_name,
            "role": read.role,
            "employer": read.organisation.name if read.organisation else None,
            "what": read.what,
            "purpose": read.purpose,
        }
        for read in reads_of(session, candidate.id, most=ALL_READS)
    ]


def _codes(session: Session, candidate: Candidate) -> list[Told]:
    """When codes were made and used; the code itself is not kept."""
    codes = (
        select(SignInCode, User)
        .join(User, User.id == SignInCode.created_by_id)
        .where(SignInCode.candidate_id == candidate.id)
        .order_by(SignInCode.created_at.desc(), SignInCode.id)
    )
    return [
        {
            "made_at": code.created_at,
            "made_by": maker.display_name,
            "expires_at": code.expires_at,
            "attempts": code.attempts,
            "wrong_pins": code.wrong_pins,
            "used_at": code.used_at,
            "replaced_at": code.replaced_at,
        }
        for code, maker in session.execute(codes)
    ]


def _telephones(session: Session, candidate: Candidate) -> list[Told]:
    """The telephones that are or were known; what they hold is not kept."""
    return [
        {
            "browser": one.browser,
            "known_since": one.created_at,
            "used_at": one.used_at,
            "wrong_pins": one.wrong_pins,
            "ended_at": one.ended_at,
        }
        for one in devices.all_devices_of(session, candidate.id)
    ]


def _own_links(session: Session, candidate: Candidate) -> list[Told]:
    sent = select(OwnLink).where(OwnLink.candidate_id == candidate.id).order_by(OwnLink.created_at.desc(), OwnLink.id)
    return [
        {
            "to": one.address,
            "is_asked_for": one.is_asked_for,
            "made_at": one.created_at,
            "expires_at": one.expires_at,
            "wrong_pins": one.wrong_pins,
        }
        for one in session.scalars(sent)
    ]


def _pin(session: Session, candidate: Candidate) -> Told:
    """When it was chosen; the PIN itself nobody can read."""
    kept = session.get(CandidatePin, candidate.id)
    return {"chosen_at": kept.chosen_at} if kept else {}


def _new_pins(session: Session, candidate: Candidate) -> list[Told]:
    asked = select(PinReset).where(PinReset.candidate_id == candidate.id).order_by(PinReset.asked_at.desc())
    return [
        {
            "asked_at": one.asked_at,
            "browser": one.browser,
            "ready_at": one.ready_at,
            "stopped_at": one.stopped_at,
            "done_at": one.done_at,
        }
        for one in session.scalars(asked)
    ]


def _calls(session: Session, candidate: Candidate) -> list[Told]:
    asked = select(CallRequest).where(CallRequest.candidate_id == candidate.id).order_by(CallRequest.asked_at.desc())
    return [{"asked_at": one.asked_at, "done_at": one.done_at} for one in session.scalars(asked)]


def _at_the_doors(session: Session, candidate: Candidate) -> list[Told]:
    return [
        {
            "what": one.kind,
            "at": one.at,
            "by": one.by.display_name if one.by else None,
            "browser": one.browser,
            "read_at": one.read_at,
        }
        for one in events.events_of(session, candidate.id)
    ]


def _sessions(session: Session, candidate: Candidate) -> list[Told]:
    opened = select(UserSession).where(UserSession.user_id == candidate.user_id).order_by(UserSession.created_at.desc())
    return [
        {
            "opened_at": one.created_at,
            "door": one.door,
            "held_since": one.held_since,
            "browser": one.browser,
            "seen_at": one.seen_at,
            "wrong_pins": one.wrong_pins,
            "expires_at": one.expires_at,
            "ended_at": one.ended_at,
        }
        for one in (session.scalars(opened) if candidate.user_id else ())
    ]


def _mails(session: Session, candidate: Candidate) -> list[Told]:
    sent = select(OutboxMessage).where(OutboxMessage.owner_id == candidate.id)
    return [
        {
            "kind": one.kind,
            "to": one.recipient,
            "language": one.locale,
            "made_at": one.created_at,
            "sent_at": one.sent_at,
        }
        for one in session.scalars(sent.order_by(OutboxMessage.created_at.desc(), OutboxMessage.id))
    ]


def _drafts(session: Session, candidate: Candidate) -> list[Told]:
    drafts = all_drafts_of(session, user_id=candidate.user_id) if candidate.user_id else ()
    return [
        {
            "page": one.page,
            "written_at": one.written_at,
            "typed": [list(pair) for pair in one.typed],
            "left_out": list(one.left_out),
            "files": one.files,
        }
        for one in drafts
    ]


def _counted(session: Session, candidate: Candidate) -> list[Told]:
    """What the count of jobs holds of the person, who has a reference there and no name."""
    events = select(JobEvent).where(JobEvent.person_ref == candidate.count_ref)
    return [
        {
            "step": one.kind,
            "on": one.occurred_on,
            "place_kind": one.opening_kind,
            "municipality": one.municipality_number,
            "planned_weeks": one.planned_weeks,
            "undone_because": one.undone_because,
        }
        for one in session.scalars(events.order_by(JobEvent.occurred_on.desc(), JobEvent.id))
    ]


def _log(
    session: Session, candidate: Candidate, proposals: Sequence[Proposal], placements: Sequence[Placement]
) -> list[Told]:
    """What was done with what is about the person, and what they did themselves.

    What they have asked for, what is shared of them and the talks with them are theirs as much as the proposals.
    """
    sharings = (one.id for proposal in proposals for one in proposal.disclosures)
    talks = (one.id for placement in placements for one in placement.follow_ups)
    asked_for = select(RightsRequest.id).where(RightsRequest.candidate_id == candidate.id)
    things = (*(one.id for one in proposals), *(one.id for one in placements), *sharings, *talks)
    subjects = AuditEvent.subject_id.in_([candidate.id, *things])
    about = or_(subjects, AuditEvent.subject_id.in_(asked_for))
    whose = or_(about, AuditEvent.actor_id == candidate.user_id) if candidate.user_id else about
    events = (
        select(AuditEvent, User)
        .outerjoin(User, User.id == AuditEvent.actor_id)
        .where(whose)
        .order_by(AuditEvent.occurred_at.desc(), AuditEvent.id)
    )
    return [
        {
            "at": event.occurred_at,
            "who": actor.display_name if actor else None,
            "action": event.action,
            "reason": event.reason,
            "details": event.details,
        }
        for event, actor in session.execute(events)
    ]


def _approvers(session: Session, candidate: Candidate) -> dict[uuid.UUID, User]:
    """Everyone who approved one of the person's agreements, read at once."""
    approved = (
        select(Approval.approved_by_id)
        .join(Agreement, Agreement.id == Approval.agreement_id)
        .join(Placement, Placement.id == Agreement.placement_id)
        .where(Placement.candidate_id == candidate.id)
    )
    return {one.id: one for one in session.scalars(select(User).where(User.id.in_(approved)))}


def _placement(placement: Placement, approvers: Mapping[uuid.UUID, User]) -> Told:
    """Agreement, approvals and talks are about the person too, also the reason of an ending."""
    return {
        "place": placement.opening.title,
        "employer": placement.opening.organisation.name,
        "kind": placement.kind,
        "coordinator": placement.coordinator.display_name,
        "state": placement.state,
        "begun_at": placement.begun_at,
        "agreed_at": placement.agreed_at,
        "started_on": placement.started_on,
        "ended_on": placement.ended_on,
        "end_reason": placement.end_reason,
        "undone_at": placement.undone_at,
        "undone_because": placement.undone_because,
        "agreement": asdict(content_of(placement.agreement)),
        "approvals": [
            {
                "by": one.party,
                "who": approvers[one.approved_by_id].display_name if one.approved_by_id else None,
                "at": one.approved_at,
                "door": one.door,
                "version": one.agreement_version,
                "on_behalf_because": one.on_behalf_reason,
            }
            for one in placement.agreement.approvals
        ],
        "talks": [
            {
                "week": one.week,
                "due_on": one.due_on,
                "state": one.state,
                "done_at": one.done_at,
                "still_there": one.still_there,
                "skip_reason": one.skip_reason,
                "agreed_next": one.agreed_next,
            }
            for one in placement.follow_ups
        ],
    }


def _proposal(proposal: Proposal) -> Told:
    return {
        "place": proposal.opening.title,
        "employer": proposal.opening.organisation.name,
        "proposed_by": proposal.counsellor.display_name,
        "proposed_at": proposal.proposed_at,
        "note": proposal.note,
        "state": proposal.state,
        "answered_at": proposal.answered_at,
        "answer_door": proposal.answer_door,
        "answered_for_by": proposal.answered_for_by.display_name if proposal.answered_for_by else None,
        "on_behalf_because": proposal.on_behalf_reason,
        "no_reason": proposal.no_reason,
        "closed_at": proposal.closed_at,
        "reasons": proposal.snapshot,
        "shared": [
            {
                "from": one.given_at,
                "until": one.withdrawn_at,
                "what": one.shared,
                "adaptations": one.adaptations,
            }
            for one in proposal.disclosures
        ],
    }
