"""Everybody at each turn of the way: one person of each sort for each state that a thing of theirs can stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from certification.cases import assessments
from certification.cases.case import read_case
from certification.cases.tables.assessment import Assessment
from certification.cases.types import DecisionOutcome
from certification.certificates import life as certificates
from certification.criteria.types import LevelId
from certification.decisions import deciding
from certification.network import gatherings, sign_ups
from ground.act import Act
from matching.candidates import leaving, life, requests
from matching.candidates.types import RightsKind
from matching.openings import expiry
from matching.openings import life as openings
from matching.placements import life as placements
from matching.proposals import life as proposals
from matching.records.tables.candidate import Candidate
from matching.records.types import ApprovalParty
from register.joining import access, authority, colleagues
from register.joining.registration import register_organisation
from register.organisations.business_register import NoAnswer
from register.organisations.county_units import set_belongs_to_county
from register.organisations.models import Organisation
from register.organisations.queries import offices
from register.organisations.types import Trouble
from register.people.models import User
from register.roles import giving
from register.roles.closing import close_user
from register.roles.grants import give_role, people_with_role
from register.roles.may_give import Wanted
from register.roles.types import Role
from tests.factories.candidates import can_sign_in, candidate, proposed, said_yes
from tests.factories.cases import (
    answer_everything,
    answering_case,
    approve_everything,
    assigned_case,
    case_in_review,
    recommended_case,
    submitted_case,
)
from tests.factories.certificates import approve, certificate_of
from tests.factories.criteria import published_edition
from tests.factories.decisions import Round
from tests.factories.network import gathering
from tests.factories.openings import day, drafted, published
from tests.factories.placements import ADULT, SEVENTEEN, Trio, trio
from tests.factories.register import (
    counsellor,
    employee_of,
    leader_of,
    office_leader,
    organisation_numbers,
    person,
    person_with_role,
    refused_later,
    verified_organisation,
)
from tests.support.world import NOON, SECRET

LONG_AGO = NOON - timedelta(days=60)


@dataclass(frozen=True)
class Standing:
    """Somebody where a thing of theirs stands so, and the pages that this makes a difference to."""

    user: User
    about: tuple[str, ...]
    """How the names of those pages begin."""


def employers(session: Session) -> dict[str, Standing]:
    """Employers who join, are certified, and have openings, by how they stand."""
    made = _Standings(session)
    joining = ("employer.front", "employer.authority", "employer.opening", "employer.colleague", "employer.workplaces")
    return {
        **_about(made.who_join(), "auth.", *joining),
        **_about(made.whose_case(), "employer.front", "employer.assessment"),
        **_about(made.whose_certificate(), "employer.front", "employer.certificate", "employer.network"),
        **_about(
            made.with_openings(), "employer.front", "employer.opening", "employer.candidates", "employer.proposal"
        ),
        **_about(made.with_placements(), "employer.front", "employer.placement", "employer.candidates"),
    }


def young_people(session: Session) -> dict[str, Standing]:
    """Young people and those who follow them."""
    made = _Standings(session)
    dict(made.with_openings())
    dict(made.with_placements())
    return {
        **_about([("counsellor of all", made.worker)], "counsellor."),
        **_about(made.candidates(), "candidate.", "counsellor."),
        **_about(made.at_offices(), "counsellor.", "office.", "auth."),
    }


def county(session: Session) -> dict[str, Standing]:
    """Those who certify, decide and give roles."""
    made = _Standings(session)
    return {
        **_about(made.who_judge(), "certifier.", "county.front", "county.assessment"),
        **_about(made.who_give_roles(), "auth.", "county.front", "county.role", "county.user", "county.access"),
    }


def _about(made: Iterable[tuple[str, User]], *about: str) -> dict[str, Standing]:
    return {name: Standing(user, ("auth.home", *about)) for name, user in made}


class _Standings:
    """Makes them; what several have to do with is made once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        published_edition(session)
        self.certifier = person_with_role(session, Role.CERTIFIER, "Certi Fiser")
        self.lead = person_with_role(session, Role.PROGRAMME_LEAD, "Pro Leder")
        self.council = person_with_role(session, Role.COUNCIL, "Fag Raad")
        self.worker = counsellor(session)

    def by(self, who: User) -> Act:
        """An act of somebody now."""
        return Act(self.session, who.id, NOON)

    def employer(self, name: str = "Stedvik AS") -> tuple[Organisation, User]:
        """An employer that is in order, and its leader."""
        made = verified_organisation(self.session, name=name)
        return made, leader_of(self.session, made)

    def contact_of(self, organisation: Organisation) -> User:
        """The one who registered it."""
        return people_with_role(self.session, Role.EMPLOYEE, organisation_id=organisation.id)[0]

    def who_join(self) -> Iterator[tuple[str, User]]:
        """On the way into an employer: not confirmed yet, asked, refused, invited."""
        yield "contact", self.contact_of(verified_organisation(self.session))
        for name in ("who asked", "with a letter", "refused"):
            employer = verified_organisation(self.session)
            contact = self.contact_of(employer)
            drafted(self.session, employer, contact)
            asked = authority.request_authority(self.by(contact), organisation=employer, position="Daglig leder")
            if name == "with a letter":
                authority.make_posted_code(self.by(self.lead), request_id=asked.id, key=SECRET)
            if name == "refused":
                authority.reject(self.by(self.lead), request_id=asked.id, reason="Vi når dem ikke.")
            yield f"contact {name}", contact
        waiting = person(self.session, "Venter Paasvar")
        register_organisation(
            self.by(waiting), typed_number=organisation_numbers(), answer=NoAnswer(next(iter(Trouble)))
        )
        yield "contact not verified", waiting
        employer, leader = self.employer()
        published(self.session, employer, leader)
        yield "contact of bankrupt", self.contact_of(refused_later(self.session, employer))
        yield "leader of bankrupt", leader
        employer, leader = self.employer()
        invited, late, asks, no = (person(self.session, f"Kollega {n}") for n in range(4))
        for who, at in ((invited, NOON), (late, NOON - timedelta(days=100))):
            then = Act(self.session, leader.id, at)
            colleagues.invite_colleague(then, organisation=employer, email=who.email or "", name="", role=Role.LEADER)
        access.ask_for_access(self.by(asks), organisation=employer)
        declined = access.ask_for_access(self.by(no), organisation=employer)
        access.decline_access(self.by(leader), request_id=declined.id)
        yield from (("invited", invited), ("invited long ago", late), ("who asks in", asks), ("who was declined", no))
        yield "leader who is asked", leader
        alone = verified_organisation(self.session)
        access.ask_for_access(self.by(person(self.session)), organisation=alone)
        yield "contact who is asked", self.contact_of(alone)

    def whose_case(self) -> Iterator[tuple[str, User]]:
        """A leader, and an employee, for each state of a case."""
        for state in ("none", "draft", "answering", "answered", "submitted", "assigned", "in review", "returned"):
            employer, leader = self.employer()
            self._case(state, employer, leader)
            yield f"leader {state}", leader
            if state in ("draft", "answered", "submitted", "returned"):
                yield f"employee {state}", employee_of(self.session, employer)
        for state in ("recommended", "approved", "underveis", "withdrawn"):
            employer, leader = self.employer()
            self._case(state, employer, leader)
            yield f"leader {state}", leader

    def _case(self, state: str, employer: Organisation, leader: User) -> Assessment | None:
        if state == "none":
            return None
        level = LevelId.UNDERVEIS if state == "underveis" else LevelId.INKLUDERENDE
        if state in ("draft", "answering", "answered", "withdrawn"):
            return self._case_at_employer(state, employer, leader)
        case = submitted_case(self.session, employer, leader, level=level)
        if state == "assigned":
            assigned_case(self.session, self.certifier, case)
        elif state in ("in review", "returned"):
            case_in_review(self.session, self.certifier, case)
        elif state in ("recommended", "approved", "underveis"):
            recommended_case(self.session, self.certifier, case)
        if state == "returned":
            Round(self.session, case, leader, self.certifier, self.lead, self.council).send_back()
        if state in ("approved", "underveis"):
            approve(self.session, case)
        return case

    def _case_at_employer(self, state: str, employer: Organisation, leader: User) -> Assessment:
        if state == "draft":
            return assessments.start(self.by(leader), organisation=employer, level=LevelId.INKLUDERENDE)
        case = answering_case(self.session, employer, leader)
        if state == "answered":
            answer_everything(self.session, case, leader)
        if state == "withdrawn":
            assessments.withdraw(self.by(leader), assessment_id=case.id, reason="Vi venter et år.")
        return case

    def whose_certificate(self) -> Iterator[tuple[str, User]]:
        """Certificates: new, with a report due, close to the end, past it, suspended, withdrawn; and meet-ups."""
        ways = {
            "new": -10, "report due": -350, "ending": -1000, "expired": -1200, "suspended": -20, "withdrawn": -30
        }  # fmt: skip
        full = gathering(self.session, capacity=1)
        called_off = gathering(self.session)
        for state, since in ways.items():
            employer, leader = self.employer()
            made = certificate_of(self.session, employer, today=day(since))
            if state == "new":
                self._sign_up(employer, leader, full.id, called_off.id)
            if state == "suspended":
                certificates.suspend(self.by(self.lead), certificate_id=made.id, reason="Rapporten mangler.")
            if state == "withdrawn":
                certificates.withdraw(self.by(self.lead), certificate_id=made.id, reason="De la ned.")
            yield f"leader certificate {state}", leader
            if state in ("new", "expired"):
                yield f"employee certificate {state}", employee_of(self.session, employer)
        gatherings.cancel(self.by(self.lead), gathering_id=called_off.id, reason="Storm.")
        gathering(self.session, published=False)

    def _sign_up(self, employer: Organisation, who: User, *to: object) -> None:
        for one in to:
            sign_ups.sign_up(self.by(who), gathering_id=one, organisation_id=employer.id)  # type: ignore[arg-type]

    def with_openings(self) -> Iterator[tuple[str, User]]:
        """Openings in each state, those that wait for the scheduler too, with proposals in each state on them."""
        employer, leader = self.employer()
        drafted(self.session, employer, leader, title="")
        past = published(self.session, employer, leader)
        self._answers(past)
        past.expires_on = day(-1)
        over = published(self.session, employer, leader)
        self._answers(over)
        over.expires_on = day(-2)
        self.session.flush()
        expiry.expire(self.by(leader), over.id)
        shut = published(self.session, employer, leader)
        self._answers(shut)
        openings.close(self.by(leader), shut)
        alive = published(self.session, employer, leader)
        self._answers(alive)
        one_seat = published(self.session, employer, leader, positions=1)
        said_yes(self.session, proposed(self.session, candidate(self.session, self.worker), one_seat))
        trio(self.session, worker=self.worker, opening=one_seat, leader=leader).agree()
        yield "leader with openings", leader
        yield "employee with openings", employee_of(self.session, employer)

    def with_placements(self) -> Iterator[tuple[str, User]]:
        """Placements at each turn: not agreed, late, called off, over."""
        employer, leader = self.employer()
        self._placements(employer, leader)
        yield "leader with placements", leader
        yield "employee with placements", employee_of(self.session, employer)

    def _answers(self, opening: object) -> None:
        for answer in ("none", "yes", "no", "taken back", "withdrawn"):
            proposal = proposed(self.session, candidate(self.session, self.worker), opening)  # type: ignore[arg-type]
            if answer in ("yes", "taken back"):
                said_yes(self.session, proposal)
            if answer == "no":
                proposals.say_no(
                    Act(self.session, None, NOON), proposal=proposal, reason=None, expected_version=proposal.version
                )
            if answer == "taken back":
                proposals.take_back_yes(
                    Act(self.session, None, NOON), proposal=proposal, expected_version=proposal.version
                )
            if answer == "withdrawn":
                proposals.withdraw(self.by(self.worker), proposal=proposal, expected_version=proposal.version)

    def _meet(self, employer: Organisation, leader: User, *, now: object = NOON) -> Trio:
        return trio(self.session, worker=self.worker, employer=employer, leader=leader, now=now)  # type: ignore[arg-type]

    def _placements(self, employer: Organisation, leader: User) -> None:
        self._meet(employer, leader).answer(wants_to=False)
        self._meet(employer, leader).begin().write().approve(ApprovalParty.EMPLOYER)
        self._meet(employer, leader).begin().write().approve(ApprovalParty.CANDIDATE)
        placements.cancel(self.by(self.worker), placement=self._meet(employer, leader).begin().placement)
        placements.cancel(self.by(self.worker), placement=self._meet(employer, leader).agree().placement)
        self._meet(employer, leader, now=LONG_AGO).agree()  # nobody has said that they began
        self._meet(employer, leader, now=LONG_AGO).begin().write()  # the first day has passed
        self._meet(employer, leader, now=LONG_AGO).agree().start().talk(1)
        self._meet(employer, leader, now=LONG_AGO).agree().start().undo()
        self._meet(employer, leader, now=LONG_AGO).agree(ends_on=day(-5)).start()  # planned to be over
        last = self._meet(employer, leader, now=LONG_AGO).agree().start()
        life.pause(self.by(last.young), candidate=last.person)

    def candidates(self) -> Iterator[tuple[str, User]]:
        """Young people who have stopped, paused, left, asked for something, been placed; and those who follow them."""
        keeper = counsellor(self.session, name="Fol Ger")
        for state in ("fresh", "restricted", "paused", "leaving", "closed", "asking", "seventeen", "too late", "taken"):
            who = candidate(self.session, keeper, birth_date=SEVENTEEN if state == "seventeen" else ADULT)
            young = can_sign_in(self.session, who)
            opening = published(self.session)
            proposed(self.session, who, opening)
            said_yes(self.session, proposed(self.session, who, published(self.session)))
            if state == "too late":
                opening.expires_on = day(-1)
            if state == "taken":
                trio(self.session, worker=keeper, opening=opening).agree()
            self._goes_on(state, who, young, keeper)
            yield f"candidate {state}", young
        for state in ("draft", "approved", "agreed", "started", "ended", "cancelled"):
            between = trio(self.session, worker=keeper, now=LONG_AGO)
            self._placed(state, between)
            yield f"candidate {state}", between.young
        yield "counsellor of these", keeper

    def _placed(self, state: str, between: Trio) -> None:
        if state == "draft":
            between.begin()
        elif state == "approved":
            between.begin().write(starts_on=day(7)).approve(ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE)
        else:
            between.agree()
            if state in ("started", "ended"):
                between.start()
            if state == "ended":
                between.end()
            if state == "cancelled":
                placements.cancel(self.by(between.worker), placement=between.placement)

    def _goes_on(self, state: str, who: Candidate, young: User, keeper: User) -> None:
        own, theirs = self.by(young), self.by(keeper)
        if state == "restricted":
            asked = requests.ask(own, candidate=who, kind=RightsKind.RESTRICTION, words="Stopp.")
            requests.answer(theirs, request=asked, granted=True, reason="Det er gjort.")
        elif state == "paused":
            life.pause(own, candidate=who)
        elif state == "leaving":
            leaving.ask_deletion(own, candidate=who)
        elif state == "closed":
            life.close(theirs, candidate=who)
        elif state == "asking":
            for kind in (RightsKind.OBJECTION, RightsKind.CORRECTION, RightsKind.RESTRICTION):
                requests.ask(own, candidate=who, kind=kind, words="Se på det.")

    def at_offices(self) -> Iterator[tuple[str, User]]:
        """Colleagues who do not follow the young people themselves, and leaders of offices."""
        yield "colleague", counsellor(self.session, name="Kol Lega")
        elsewhere = offices(self.session)[0]
        yield "counsellor elsewhere", counsellor(self.session, elsewhere)
        first = office_leader(self.session, elsewhere)
        yield "leader of office elsewhere", first
        both = office_leader(self.session)
        act = self.by(first)
        give_role(act, user=both, role=Role.COUNSELLOR, nav_office_id=elsewhere.id)
        yield "counsellor and leader", both

    def who_judge(self) -> Iterator[tuple[str, User]]:
        """The certifier and the county, at cases in each state; some belong to the employers."""
        states = ("submitted", "assigned", "in review", "returned", "recommended", "approved")
        tied = {
            role: person_with_role(self.session, role, f"Bundet {role.value}")
            for role in (Role.CERTIFIER, Role.PROGRAMME_LEAD, Role.COUNCIL)
        }
        bound, self.certifier = self.certifier, tied[Role.CERTIFIER]
        for state in states:
            for of_county in (False, True) if state in ("submitted", "recommended") else (False,):
                employer, leader = self.employer(f"Bundet {state}")
                if of_county:
                    set_belongs_to_county(self.by(self.lead), employer.id, belongs=True)
                case = self._case(state, employer, leader)
                if state == "recommended" and case is not None:
                    self._proposed(case, self.council if of_county else self.lead)
                for user in tied.values() if not of_county else ():
                    give_role(self.by(leader), user=user, role=Role.EMPLOYEE, organisation_id=employer.id)
        employer, leader = self.employer("Bundet uten forslag")
        self._case("recommended", employer, leader)
        give_role(self.by(leader), user=tied[Role.COUNCIL], role=Role.EMPLOYEE, organisation_id=employer.id)
        give_role(self.by(leader), user=tied[Role.PROGRAMME_LEAD], role=Role.EMPLOYEE, organisation_id=employer.id)
        self.certifier = bound
        ready, leader = self.employer("Alt er vurdert")
        reviewed = case_in_review(self.session, bound, submitted_case(self.session, ready, leader))
        approve_everything(self.session, reviewed, bound)
        for state in states:
            self._case(state, *self.employer(f"Fri {state}"))
        yield "certifier of all", bound
        yield "lead of all", self.lead
        yield "council of all", self.council
        yield from ((f"{role.value} who belongs", user) for role, user in tied.items())

    def _proposed(self, case: Assessment, first: User) -> None:
        deciding.propose(
            self.by(first),
            read_case(self.session, case),
            outcome=DecisionOutcome.APPROVED,
            reasons="Alt er på plass.",
            due_on=None,
            declares_impartial=True,
        )

    def who_give_roles(self) -> Iterator[tuple[str, User]]:
        """Two administrators, who have proposed to each other, to others and to a closed user."""
        one = person_with_role(self.session, Role.ADMINISTRATOR, "En Administrator")
        two = person_with_role(self.session, Role.ADMINISTRATOR, "To Administrator")
        giving.propose(self.by(one), user=two, wanted=Wanted(Role.PROGRAMME_LEAD))
        giving.propose(self.by(two), user=one, wanted=Wanted(Role.ANALYST))
        giving.propose(self.by(one), user=person(self.session), wanted=Wanted(Role.CERTIFIER))
        shut = person(self.session, "Stengt Bruker")
        close_user(self.by(two), user_id=shut.id)
        yield "administrator one", one
        yield "administrator two", two
        giving.propose(
            Act(self.session, one.id, LONG_AGO), user=person(self.session, "Lenge Siden"), wanted=Wanted(Role.ANALYST)
        )
        offered = person(self.session, "Faar Tilbud")
        for role in (Role.ANALYST, Role.CERTIFIER):
            made = giving.propose(self.by(one), user=offered, wanted=Wanted(role))
            giving.confirm(self.by(two), proposal_id=made.id)
        yield "who is offered", offered
