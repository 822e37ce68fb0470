"""Placements in the situations that tests start from: three people and what is between them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from ground.act import Act
from ground.dates import NORWAY
from matching.catalogue.kinds import OpeningKind
from matching.placements import agreements, follow_ups
from matching.placements import life as placements
from matching.placements.content import content_of
from matching.progress.types import UndoReason
from matching.proposals import employer_answers
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import FollowUp, Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import ApprovalParty, EndReason, OnBehalfReason
from register.organisations.models import Organisation
from register.people.models import User
from tests.factories import candidates as people
from tests.factories.openings import published
from tests.factories.register import counsellor, leader_of, verified_organisation
from tests.support.world import NOON

ADULT = date(2005, 3, 14)
SEVENTEEN = date(2009, 3, 14)
CHILD = date(2011, 3, 14)


@dataclass
class Trio:
    """An employer's leader, a candidate and a counsellor, a place, and a yes from the candidate.

    Each act happens at `now`, which tests move on; the acts go through the services that people use.
    """

    session: Session
    worker: User
    employer: Organisation
    leader: User
    person: Candidate
    young: User
    opening: Opening
    now: datetime = NOON
    proposal: Proposal = field(init=False)
    placement: Placement = field(init=False)

    def __post_init__(self) -> None:
        proposed = people.proposed(self.session, self.person, self.opening, now=self.now)
        self.proposal = people.said_yes(self.session, proposed, now=self.now)

    @property
    def today(self) -> date:
        """The date in Norway."""
        return self.now.astimezone(NORWAY).date()

    def at(self, day: date) -> "Trio":
        """Go on to a day."""
        self.now += timedelta(days=(day - self.today).days)
        return self

    def actor(self, party: ApprovalParty) -> User:
        """Who acts for a party."""
        return {
            ApprovalParty.EMPLOYER: self.leader,
            ApprovalParty.CANDIDATE: self.young,
            ApprovalParty.COUNSELLOR: self.worker,
        }[party]

    def answer(self, *, wants_to: bool) -> Placement | None:
        """The employer answers."""
        return employer_answers.answer_as_employer(
            Act(self.session, self.leader.id, self.now),
            proposal=self.proposal,
            wants_to=wants_to,
            coordinator_id=self.worker.id,
        )

    def begin(self) -> "Trio":
        """The employer says yes."""
        placement = self.answer(wants_to=True)
        assert placement is not None
        self.placement = placement
        return self

    def write(self, **changes: object) -> "Trio":
        """Fill in an agreement with nothing missing, and these changes."""
        whole = replace(
            content_of(self.placement.agreement),
            contract_reference="2026/17",
            contract_date=self.today,
            starts_on=self.today + timedelta(days=7),
            plan="Rydde og lage kaffe. Prat hver fredag.",
        )
        if self.placement.kind.ends_by_nature:
            whole = replace(whole, ends_on=self.today + timedelta(days=187))
        agreements.change(
            Act(self.session, self.leader.id, self.now),
            placement=self.placement,
            content=replace(whole, **changes),
            expected_version=self.placement.agreement.version,
        )
        return self

    def approve(self, *parties: ApprovalParty, on_behalf: OnBehalfReason | None = None) -> "Trio":
        """These approve the text as it stands."""
        for party in parties:
            agreements.approve(
                Act(self.session, (self.worker if on_behalf else self.actor(party)).id, self.now),
                placement=self.placement,
                party=party,
                expected_version=self.placement.agreement.version,
                on_behalf_reason=on_behalf,
            )
        return self

    def agree(self, **changes: object) -> "Trio":
        """From the yes to an agreement that all three have approved."""
        return self.begin().write(**changes).approve(*ApprovalParty)

    def start(self, day: date | None = None) -> "Trio":
        """Go to the first day and confirm the start."""
        first_day = day or self.placement.agreement.starts_on or self.today
        if self.today < first_day:
            self.at(first_day)
        placements.confirm_start(
            Act(self.session, self.leader.id, self.now), placement=self.placement, started_on=first_day
        )
        return self

    def undo(self, because: UndoReason = UndoReason.WRONG_DAY) -> "Trio":
        """The counsellor takes back the start."""
        placements.undo_start(
            Act(self.session, self.worker.id, self.now),
            placement=self.placement,
            because=because,
            expected_version=self.placement.version,
        )
        return self

    def talk_of(self, week: int) -> FollowUp:
        """The talk after so many weeks."""
        return next(one for one in self.placement.follow_ups if one.week == week)

    def talk(self, week: int, *, still_there: bool = True) -> "Trio":
        """Go to the day of a talk and record it."""
        talk = self.talk_of(week)
        if self.today < talk.due_on:
            self.at(talk.due_on)
        follow_ups.record_talk(
            Act(self.session, self.worker.id, self.now),
            follow_up=talk,
            still_there=still_there,
            agreed_next="Vi fortsetter.",
        )
        return self

    def end(self, day: date | None = None, reason: EndReason = EndReason.EDUCATION) -> "Trio":
        """Record the ending."""
        placements.end(
            Act(self.session, self.worker.id, self.now),
            placement=self.placement,
            ended_on=day or self.today,
            reason=reason,
        )
        return self


def trio(
    session: Session,
    *,
    worker: User | None = None,
    employer: Organisation | None = None,
    leader: User | None = None,
    person: Candidate | None = None,
    opening: Opening | None = None,
    kind: OpeningKind = OpeningKind.PERMANENT_JOB,
    now: datetime = NOON,
    **candidate: object,
) -> Trio:
    """Three people and a yes; hand in those who are there already, to let them meet again."""
    keeper = worker or counsellor(session, now=now)
    organisation = employer or (opening.organisation if opening else verified_organisation(session, now=now))
    boss = leader or leader_of(session, organisation, now=now)
    place = opening or published(session, organisation, boss, now=now, kind=kind, **_pay(kind))
    someone = person or people.candidate(session, keeper, now=now, **{"birth_date": ADULT, "email": None, **candidate})
    young = someone.user or people.can_sign_in(session, someone, now=now)
    return Trio(session, keeper, organisation, boss, someone, young, place, now)


def _pay(kind: OpeningKind) -> dict[str, object]:
    return {} if kind.paid else {"pay": ""}
