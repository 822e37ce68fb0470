"""Registering candidates, correcting what is known about them, pausing and closing."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from ground import audit
from ground.act import Act
from ground.errors import check_version
from ground.locks import hold
from matching.candidates.caseload import assign, end_coordination
from matching.candidates.errors import CandidateProtected, OutsideAgeGroup, StillPlaced
from matching.doors import events
from matching.doors import links as own_links
from matching.doors.mails import DoorMail
from matching.doors.types import DoorEventKind
from matching.law.young_workers import age_on
from matching.proposals.life import close_open_proposals
from matching.records.profiles import Profile, profile_of, write_profile
from matching.records.queries.placements import is_placed
from matching.records.tables.candidate import Candidate
from register.sign_in.drafts import throw_away_all

LOWEST_AGE, HIGHEST_AGE = 15, 24

OWN_FIELDS = frozenset(
    {
        "first_name", "phone", "email", "wishes", "interests", "disliked", "kinds_wanted",
        "hours_per_week_min", "hours_per_week_max", "can_start_on", "days", "earliest_start", "latest_end",
        "max_travel_minutes", "travel_modes", "wants_to_learn", "adaptations",
    }
)  # fmt: skip
"""What candidates change themselves; birth date, year 10, home and skills go through the counsellor."""


def register(act: Act, *, nav_office_id: uuid.UUID, protected: bool, profile: Profile) -> Candidate:
    """Register a candidate, with the one who registers as coordinator.

    `protected`: the counsellor's answer to the question of protected address or shielding. Raises
    CandidateProtected before anything is stored, logged or counted; OutsideAgeGroup; NotACounsellorHere.
    """
    if protected:
        raise CandidateProtected
    if not LOWEST_AGE <= age_on(profile.birth_date, act.today) <= HIGHEST_AGE:
        raise OutsideAgeGroup(LOWEST_AGE, HIGHEST_AGE)
    candidate = Candidate(
        nav_office_id=nav_office_id,
        first_name=profile.first_name,
        birth_date=profile.birth_date,
        municipality_number=profile.municipality_number,
        created_at=act.now,
        created_by_id=act.person_id,
        changed_at=act.now,
    )
    write_profile(candidate, profile)
    act.session.add(candidate)
    act.session.flush()
    audit.record(act, action="candidate.registered", subject=candidate)
    assign(act, candidate=candidate, counsellor_id=act.person_id)
    return candidate


def change(act: Act, *, candidate: Candidate, profile: Profile, expected_version: int) -> Candidate:
    """Save a corrected profile; the log gets the names of changed fields, no values.

    Raises EditedMeanwhile, CandidateNotActive for one who no longer takes part: nothing more is written about them.
    """
    candidate.must_take_part()
    return mend(act, candidate=candidate, profile=profile, expected_version=expected_version)


def mend(act: Act, *, candidate: Candidate, profile: Profile, expected_version: int) -> Candidate:
    """Save a corrected profile of whoever it is, also of one who has left and asks for it (`requests.correct`).

    Raises EditedMeanwhile.
    """
    check_version(candidate.version, expected_version)
    before = profile_of(candidate)
    changed = write_profile(candidate, profile)
    if not changed:
        return candidate
    candidate.changed_at = act.now
    _tell_of_contact(act, candidate, before, changed)
    if "first_name" in changed and candidate.user is not None:
        candidate.user.name = candidate.first_name
    act.session.flush()
    audit.record(act, action="candidate.changed", subject=candidate, fields=changed)
    return candidate


def _tell_of_contact(act: Act, candidate: Candidate, before: Profile, changed: Collection[str]) -> None:
    """Another telephone or address is told at the doors, to the address before, and to the one that was confirmed:
    whoever types another address and then something more would else be the only one who is told of it.

    A new address is confirmed by who comes by a link to it and knows the PIN.
    """
    if "phone" in changed:
        events.note(act, candidate, DoorEventKind.PHONE_CHANGED)
    if "email" in changed:
        former = {before.email, candidate.confirmed_email} - {candidate.email}
        if candidate.email is None and act.actor_id == candidate.user_id:  # wants no mail any more
            candidate.confirmed_email = candidate.email_confirmed_at = None
            act.session.flush()
        events.note(act, candidate, DoorEventKind.EMAIL_CHANGED)
        for address in sorted(one for one in former if one):
            own_links.tell_former_address(act, candidate, address)
        own_links.enqueue_to(act, candidate, kind=DoorMail.CONFIRM_EMAIL, also_former=True)
    elif "phone" in changed and before.phone:
        own_links.tell_all_addresses(act, candidate, kind=DoorMail.CONTACT_CHANGED)


def change_own(
    act: Act, *, candidate: Candidate, values: Mapping[str, Any], expected_version: int, is_all_seen: bool
) -> Candidate:
    """The candidate corrects some of OWN_FIELDS, and is noted to have gone through all when it `is_all_seen`.

    Raises EditedMeanwhile.
    """
    check_version(candidate.version, expected_version)
    if foreign := values.keys() - OWN_FIELDS:
        raise ValueError(f"candidates do not change {sorted(foreign)} themselves")
    if is_all_seen:
        candidate.confirmed_at = act.now
    assert candidate.user_id is not None  # only somebody signed in gets here
    return change(
        act,
        candidate=candidate,
        profile=replace(profile_of(candidate), **values),
        expected_version=expected_version,
    )


def pause(act: Act, *, candidate: Candidate) -> None:
    """No new proposals for a while; those that stand can still be answered. Pausing twice does nothing.

    Raises CandidateNotActive for one who no longer takes part.
    """
    hold(act.session, candidate)
    candidate.must_take_part()
    if candidate.paused_at is None:
        candidate.paused_at = act.now
        act.session.flush()
        audit.record(act, action="candidate.paused", subject=candidate)


def resume(act: Act, *, candidate: Candidate) -> None:
    """End a pause. Ending it twice does nothing. Raises CandidateNotActive for one who no longer takes part."""
    hold(act.session, candidate)
    candidate.must_take_part()
    if candidate.paused_at is not None:
        candidate.paused_at = None
        act.session.flush()
        audit.record(act, action="candidate.resumed", subject=candidate)


def close(act: Act, *, candidate: Candidate) -> None:
    """The person no longer takes part: proposals are withdrawn, employers and colleagues see nothing more.

    The person can still sign in, to see, take along and delete what is kept of them. Raises StillPlaced while something
    is agreed or running: that must be ended, with its reason, first.
    """
    hold(act.session, candidate)
    if candidate.closed_at is not None:
        return
    if is_placed(act.session, candidate.id):
        raise StillPlaced
    close_open_proposals(act, candidate=candidate)
    end_coordination(act, candidate_id=candidate.id)
    candidate.closed_at = act.now
    if candidate.user_id is not None:
        throw_away_all(act, user_id=candidate.user_id)  # no form that they wrote in is theirs to send any more
    act.session.flush()
    audit.record(act, action="candidate.closed", subject=candidate)
