"""The demo's candidates: registered, proposed to, answering, and looked for again when nothing came of it."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import partial

from app.demo import people as demo
from app.demo.fiction import names
from app.demo.loading.looks import leader_behind, look
from app.demo.loading.people import Staff
from app.demo.loading.placements import Placements
from app.demo.loading.timeline import Timeline
from ground.act import Act
from matching.candidates import life as candidates
from matching.catalogue.choices import Adaptation, InterestArea, TravelMode, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.disclosures import sharing as disclosures
from matching.disclosures.types import ReadPurpose
from matching.doors import codes as sign_in_codes
from matching.matches.ranking import compare
from matching.placements.errors import PositionsFilled
from matching.proposals import employer_answers
from matching.proposals import life as proposals
from matching.proposals.errors import OpeningNotOpen
from matching.records.profiles import Profile
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import NoReason, OpeningState, ProposalState
from register.organisations.models import NavOffice
from register.organisations.municipalities import are_neighbours, municipalities
from register.organisations.queries import offices
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role

CANDIDATES = 120
LOOKS_AT = 12
WORKDAYS = frozenset(list(Weekday)[:5])
WISHES = (
    "Jeg vil gjøre noe med hendene.",
    "Jeg liker å ha det rolig rundt meg.",
    "Jeg vil gjerne jobbe sammen med andre.",
    "Jeg liker å være ute.",
    "Jeg vil prøve noe nytt.",
    "",
)
SKILLS = ("clean", "carry_and_move", "follow_a_list", "talk_to_people", "digital_basic", "tidy_and_stock")


@dataclass
class Candidates:
    """Everyone between 15 and 24 in the demo, and what becomes of them."""

    timeline: Timeline
    staff: Staff
    openings: list[Opening]
    offices: list[NavOffice] = field(default_factory=list)
    _weights: list[int] = field(default_factory=list)
    _placements: Placements = field(init=False)

    def __post_init__(self) -> None:
        self._placements = Placements(self.timeline, self._look)

    def plan(self) -> None:
        """Spread the registrations; more people in larger municipalities, and the demo's own candidate recently."""
        by_number = {office.number: office for office in offices(self.timeline.session)}
        self.offices = [by_number[one.nav_office] for one in municipalities()]
        self._weights = [max(8000, one.population) for one in municipalities()]
        for number in range(1, CANDIDATES):
            day = self.timeline.first_day + timedelta(days=60 + number * 470 // CANDIDATES)
            self.timeline.at(day, partial(self._register, number))
        self.timeline.at(self.timeline.today - timedelta(days=9), self._register_own)

    def _register(self, number: int) -> None:
        chance = self.timeline.chance
        place = chance.choices(range(len(self.offices)), self._weights)[0]
        if number % 6 == 0:
            place = next(i for i, one in enumerate(self.offices) if one.name == "Nav Lillestrøm")
        name = names().candidates[number % len(names().candidates)]
        candidate = self._save(name, self._birth_date(), place, number)
        self.timeline.after(self.timeline.between(3, 20), lambda: self._look(candidate, 0))

    def _register_own(self) -> None:
        """The candidate that a visitor can be: 17, with a proposal waiting for an answer."""
        session, now = self.timeline.session, self.timeline.now
        place = next(i for i, one in enumerate(self.offices) if one.name == "Nav Lillestrøm")
        birth = self.timeline.today.replace(year=self.timeline.today.year - 17, day=1) - timedelta(days=60)
        candidate = self._save(demo.CANDIDATE.name, birth, place, 0, everything=True)
        user = find_or_create_user(Act(session, None, now), email=demo.CANDIDATE.email, name=demo.CANDIDATE.name)
        give_role(Act(session, None, now), user=user, role=Role.CANDIDATE)
        candidate.user_id, candidate.email = user.id, user.email
        session.flush()
        self.timeline.after(3, lambda: self._propose_to_own(candidate))

    def _propose_to_own(self, candidate: Candidate) -> None:
        """Two proposals, both still without an answer; one from the demo's own employer."""
        own = [one for one in self.openings if one.organisation_id == self.openings[0].organisation_id]
        for pool in (own, self.openings):
            best = self._best(candidate, pool)
            if best is not None:
                self._propose(candidate, best)

    def _birth_date(self) -> date:
        age = self.timeline.chance.choice((16, 17, 17, 18, 18, 19, 19, 20, 21, 22, 23))
        return self.timeline.day - timedelta(days=int(age * 365.25) + self.timeline.between(5, 300))

    def _save(self, name: str, birth: date, place: int, number: int, *, everything: bool = False) -> Candidate:
        """Some are asked about everything, others only about a part: unknown is not no."""
        chance, timeline = self.timeline.chance, self.timeline
        office = self.offices[place]
        known = everything or timeline.happens(0.8)
        counsellor = self.staff.counsellor_of(office)
        return candidates.register(
            Act(timeline.session, counsellor.id, timeline.now),
            nav_office_id=office.id,
            protected=False,
            profile=Profile(
                first_name=name,
                birth_date=birth,
                municipality_number=municipalities()[place].number,
                finished_year_10=True,
                phone=f"400 {number:02d} {number * 7 % 1000:03d}",
                wishes=chance.choice(WISHES) if not everything else WISHES[0],
                interests=frozenset(chance.sample(list(InterestArea), 4)) if known else None,
                kinds_wanted=frozenset(OpeningKind) - {OpeningKind.WORK_TRAINING_FULL} if known else None,
                hours_per_week_min=chance.choice((8, 12, 15)) if known else None,
                hours_per_week_max=chance.choice((25, 37, 38)) if known else None,
                days=WORKDAYS | frozenset({Weekday.SATURDAY}) if known else None,
                earliest_start=time(7) if known else None,
                latest_end=time(18) if known else None,
                max_travel_minutes=chance.choice((45, 60, 75)) if known else None,
                travel_modes=frozenset({TravelMode.PUBLIC_TRANSPORT, TravelMode.BICYCLE}),
                skills=frozenset(chance.sample(SKILLS, 3)) if known else None,
                adaptations=frozenset(chance.sample(list(Adaptation), chance.choice((0, 1, 2)))) if known else None,
            ),
        )

    def _look(self, candidate: Candidate, tries: int) -> None:
        """The counsellor looks for a place, proposes the best one, and comes back when nothing comes of it."""
        if tries > 5 or not candidate.is_active:  # after six looks the demo leaves it there
            return
        near = [one for one in self.openings if self._is_near(candidate, one)]
        pool = near if len(near) >= 3 else self.openings  # too few to choose among
        best = self._best(candidate, self.timeline.chance.sample(pool, min(LOOKS_AT, len(pool))))
        if best is None:
            self.timeline.after(self.timeline.between(20, 50), lambda: self._look(candidate, tries + 1))
            return
        proposal = self._propose(candidate, best)
        if not self.timeline.is_recent or self.timeline.happens(0.7):
            self.timeline.after(self.timeline.between(1, 6), lambda: self._answer(proposal, tries))

    def _is_near(self, candidate: Candidate, opening: Opening) -> bool:
        there = opening.workplace.municipality_number or ""
        return there == candidate.municipality_number or are_neighbours(candidate.municipality_number, there)

    def _best(self, candidate: Candidate, pool: list[Opening]) -> Opening | None:
        possible = []
        for opening in pool:
            last_day = opening.expires_on or self.timeline.today
            if opening.state is not OpeningState.PUBLISHED or last_day < self.timeline.day:
                continue
            match = compare(self.timeline.session, candidate=candidate, opening=opening, today=self.timeline.day)
            if match.requirements.possible:
                possible.append((match.score.total, opening.title, opening))
        return max(possible, key=lambda one: one[:2])[2] if possible else None

    def _propose(self, candidate: Candidate, opening: Opening) -> Proposal:
        session, counsellor = self.timeline.session, self._counsellor(candidate)
        living = proposals.living_proposal(session, candidate_id=candidate.id, opening_id=opening.id)
        proposal = living or proposals.propose(
            Act(session, counsellor.id, self.timeline.now),
            candidate=candidate,
            opening=opening,
            note="Denne tror jeg kan passe for deg. Si fra hva du tenker.",
            override_reason="",
        )
        look(self.timeline, proposal, counsellor, ReadPurpose.FIND_PLACE)
        return proposal

    def _counsellor(self, candidate: Candidate) -> User:
        office = next(one for one in self.offices if one.id == candidate.nav_office_id)
        return self.staff.counsellor_of(office)

    def _answer(self, proposal: Proposal, tries: int) -> None:
        """Most say yes; a few say no, which is fine."""
        timeline, session, candidate = self.timeline, self.timeline.session, proposal.candidate
        if proposal.state is not ProposalState.PROPOSED:
            return
        if proposal.opening.state is not OpeningState.PUBLISHED:
            self._try_another(proposal, tries)
            return
        if candidate.user is None and timeline.happens(0.85):  # the others answer through the counsellor
            sign_in_codes.make_user(Act(session, None, timeline.now), candidate, self._counsellor(candidate).id)
        if timeline.happens(0.22):
            reason = timeline.chance.choice(list(NoReason))
            proposals.say_no(
                Act(session, candidate.user_id, timeline.now),
                proposal=proposal,
                reason=reason,
                expected_version=proposal.version,
            )
            timeline.after(timeline.between(7, 25), lambda: self._look(candidate, tries + 1))
            return
        try:
            proposals.say_yes(
                Act(session, candidate.user_id, timeline.now),
                proposal=proposal,
                shared=disclosures.shareable(candidate),
                adaptations=[],
                expected_version=proposal.version,
            )
        except OpeningNotOpen:  # somebody else got it first
            self._try_another(proposal, tries)
            return
        timeline.after(timeline.between(1, 7), lambda: self._employer_answers(proposal, tries))

    def _try_another(self, proposal: Proposal, tries: int) -> None:
        """The place is gone before the candidate could answer."""
        timeline, candidate = self.timeline, proposal.candidate
        proposals.withdraw(
            Act(timeline.session, self._counsellor(candidate).id, timeline.now),
            proposal=proposal,
            expected_version=proposal.version,
        )
        timeline.after(timeline.between(5, 15), lambda: self._look(candidate, tries + 1))

    def _employer_answers(self, proposal: Proposal, tries: int) -> None:
        timeline = self.timeline
        if proposal.state is not ProposalState.CANDIDATE_YES:
            return
        try:
            placement = self._employers_answer(proposal, wants_to=timeline.happens(0.8))
        except PositionsFilled:
            placement = self._employers_answer(proposal, wants_to=False)
        if placement is None:
            timeline.after(timeline.between(7, 20), lambda: self._look(proposal.candidate, tries + 1))
        else:
            timeline.after(timeline.between(2, 8), lambda: self._placements.agree(placement))

    def _employers_answer(self, proposal: Proposal, *, wants_to: bool) -> Placement | None:
        leader = leader_behind(self.timeline, proposal)
        look(self.timeline, proposal, leader, ReadPurpose.ANSWER_YES)
        return employer_answers.answer_as_employer(
            Act(self.timeline.session, leader.id, self.timeline.now),
            proposal=proposal,
            wants_to=wants_to,
            coordinator_id=self._counsellor(proposal.candidate).id,
        )
