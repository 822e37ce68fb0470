"""Candidates and proposals in the situations that tests start from, made by the services that people use."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from ground.act import Act
from matching.candidates import life as candidates
from matching.catalogue.choices import Adaptation, InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.doors import codes as sign_in_codes
from matching.proposals import life as proposals
from matching.records.profiles import Profile
from matching.records.queries.candidates import coordinators_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.proposal import Proposal
from matching.records.types import SharedItem
from register.people.models import User
from register.roles.grants import living_grants
from tests.factories.register import counsellor
from tests.support.world import NOON

CODE_KEY = "the tests' own key"


def profile(**changes: object) -> Profile:
    """A 19-year-old in Lillestrøm who likes food and serving and has answered everything."""
    whole = Profile(
        first_name="Amina",
        birth_date=date(2007, 3, 14),
        municipality_number="3205",
        finished_year_10=True,
        phone="90 00 00 01",
        interests=frozenset({InterestArea.FOOD_AND_SERVING}),
        kinds_wanted=frozenset(OpeningKind),
        hours_per_week_min=10,
        hours_per_week_max=30,
        days=frozenset(Weekday),
        max_travel_minutes=45,
        skills=frozenset({"talk_to_people"}),
        adaptations=frozenset({Adaptation.ONE_CONTACT}),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # values are those of the dataclass


def candidate(session: Session, worker: User | None = None, *, now: datetime = NOON, **changes: object) -> Candidate:
    """A candidate in the caseload of a counsellor."""
    keeper = worker or counsellor(session, now=now)
    office_id = next(grant.nav_office_id for grant in living_grants(session, user_id=keeper.id) if grant.nav_office_id)
    return candidates.register(
        Act(session, keeper.id, now), nav_office_id=office_id, protected=False, profile=profile(**changes)
    )


def can_sign_in(session: Session, person: Candidate, *, now: datetime = NOON) -> User:
    """The candidate's user, made as when the counsellor hands over the first code."""
    sign_in_codes.make_code(Act(session, keeper_of(session, person).id, now), candidate=person, key=CODE_KEY)
    assert person.user is not None
    return person.user


def keeper_of(session: Session, person: Candidate) -> User:
    """The candidate's coordinator."""
    return coordinators_of(session, [person.id])[person.id].counsellor


def proposed(session: Session, person: Candidate, opening: Opening, *, now: datetime = NOON) -> Proposal:
    """The opening proposed to the candidate by the coordinator."""
    return proposals.propose(
        Act(session, keeper_of(session, person).id, now),
        candidate=person,
        opening=opening,
        note="Jeg tenkte på deg.",
        override_reason="Vi prøver likevel.",
    )


def said_yes(
    session: Session,
    proposal: Proposal,
    *,
    shared: Collection[SharedItem] = (SharedItem.PHONE, SharedItem.ADAPTATIONS),
    adaptations: Collection[Adaptation] = (Adaptation.ONE_CONTACT,),
    now: datetime = NOON,
) -> Proposal:
    """The candidate's yes, with phone and what must be adapted."""
    return proposals.say_yes(
        Act(session, None, now),
        proposal=proposal,
        shared=shared,
        adaptations=adaptations,
        expected_version=proposal.version,
    )
