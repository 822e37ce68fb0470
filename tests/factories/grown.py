"""A county whose lists are as long as a test wants them: what a page costs must not depend on how much there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from certification.certificates import life as certificates
from certification.network import sign_ups
from certification.network.models import Gathering
from ground.act import Act
from matching.candidates import requests
from matching.candidates.types import RightsKind
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.openings import life as openings
from matching.records.types import ApprovalParty
from register.joining.authority import request_authority
from register.organisations.models import Organisation
from register.organisations.offices import OfficeContent, add_office
from register.organisations.queries import offices
from register.people.models import User
from register.roles import giving
from register.roles.closing import close_user
from register.roles.grants import give_role, living_grants
from register.roles.may_give import REOPENING, Wanted
from register.roles.types import Role
from tests.factories.candidates import can_sign_in, candidate, proposed
from tests.factories.cases import (
    add_action,
    add_link,
    answer_everything,
    answering_case,
    case_in_review,
    submitted_case,
)
from tests.factories.certificates import certificate_of
from tests.factories.decisions import Round
from tests.factories.network import gathering
from tests.factories.openings import day, drafted, published
from tests.factories.placements import ADULT, Trio, trio
from tests.factories.register import (
    counsellor,
    employee_of,
    leader_of,
    office_leader,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.world import NOON, noon_on

TWO_MONTHS_AGO = NOON - timedelta(days=60)


@dataclass(frozen=True)
class County:
    """Those who look, and one thing of each kind that they can open, by the name it has in addresses."""

    people: Mapping[str, User]
    things: Mapping[str, object]
    own_things: Mapping[str, Mapping[str, object]]

    def things_of(self, persona: str) -> dict[str, object]:
        """The things as one of the people can open them."""
        return {**self.things, **self.own_things.get(persona, {})}


def grown(session: Session, factor: int) -> County:
    """A county in which one employer, one office, one candidate and one certifier have so many of each thing."""
    growing = _Growing(session, factor)
    for _ in range(factor):
        growing.add_one_of_each()
    growing.end()
    session.commit()
    return County(growing.people, growing.things, growing.own_things)


class _Growing:
    """The people whose lists grow, made once, and one more of each thing as often as it is asked for."""

    def __init__(self, session: Session, factor: int) -> None:
        self.session = session
        self.employer = verified_organisation(session, workplaces=factor)
        self.leader = leader_of(session, self.employer)
        self.worker = counsellor(session)
        self.busy = person(session, "Mange Roller")
        self.offered = person(session, "Ny Bruker")
        self.second_administrator = person_with_role(session, Role.ADMINISTRATOR)
        self.candidate = candidate(session, self.worker, birth_date=ADULT, email=None)
        self.people: dict[str, User] = {
            "leader": self.leader,
            "employee": employee_of(session, self.employer),
            "counsellor": self.worker,
            "office_leader": office_leader(session),
            "candidate": can_sign_in(session, self.candidate),
            "newcomer": self.offered,
            **{
                role.value: person_with_role(session, role, f"Kari {role.value.replace('_', ' ').title()}")
                for role in (Role.CERTIFIER, Role.PROGRAMME_LEAD, Role.COUNCIL, Role.ADMINISTRATOR, Role.ANALYST)
            },
        }
        lead, council, certifier = (self.people[role] for role in (Role.PROGRAMME_LEAD, Role.COUNCIL, Role.CERTIFIER))
        for _ in range(factor):  # before there is a case: an employer has one under way at a time
            self._add_own_certificate()
        self.own_round = Round(session, self._own_case(), self.leader, certifier, lead, council)
        self.reviewed = Round(session, *self._case_elsewhere(certifier), certifier, lead, council)
        self.proposed = Round(session, *self._case_elsewhere(certifier), certifier, lead, council)
        self.proposed.recommend()
        self.waiting = self.proposed.propose()
        self.certificate = certificate_of(session, self._other(), today=day(-60))
        self.ahead, self.behind = gathering(session), gathering(session)
        self.own_things: dict[str, dict[str, object]] = {}
        self.things: dict[str, object] = {
            "orgnr": self.employer.orgnr,
            "code": self.certificate.code,
            "certificate_id": self.certificate.id,
            "assessment_id": self.reviewed.case.id,
            "gathering_id": self.ahead.id,
            "candidate_id": self.candidate.id,
            "area_id": "GRU",
            "criterion_id": "GRU-1",
            "number": self.own_round.case.edition.number,
            "office_id": self.candidate.nav_office_id,
            "user_id": self.busy.id,
            "week": 4,
        }

    def add_one_of_each(self) -> None:
        """One more of each thing; the last ones are those that are opened."""
        self._at_the_office()
        self._at_the_employer()
        self._of_the_cases()
        self._of_a_certificate()
        self._at_other_employers()
        self._of_the_candidate()
        self._of_roles()

    def _of_roles(self) -> None:
        """Roles that the county proposes, that wait for an answer and that were refused; offers at the office."""
        by_one = Act(self.session, self.people[Role.ADMINISTRATOR].id, NOON)
        by_another = Act(self.session, self.second_administrator.id, NOON)
        refused, offered, waiting = (
            giving.propose(by_another, user=person(self.session), wanted=Wanted(Role.ANALYST)) for _ in range(3)
        )
        giving.refuse(by_one, proposal_id=refused.id, reason="Slutter snart.")
        giving.confirm(by_one, proposal_id=offered.id)
        mine = giving.propose(by_one, user=self.offered, wanted=Wanted(Role.EMPLOYEE, organisation_id=self._other().id))
        giving.confirm(by_another, proposal_id=mine.id)
        self.own_things["newcomer"] = {"role_proposal_id": mine.id}
        shut = person(self.session)
        close_user(by_one, user_id=shut.id)
        again = giving.propose(by_one, user=shut, wanted=REOPENING)
        giving.confirm(by_another, proposal_id=again.id)
        leader = self.people["office_leader"]
        here = self.candidate.nav_office_id
        made = giving.offer_at_office(
            Act(self.session, leader.id, NOON),
            email=person(self.session).email or "",
            name="Ny Veileder",
            role=Role.COUNSELLOR,
            nav_office_id=here,
        )
        colleague = counsellor(self.session)
        grant = living_grants(self.session, user_id=colleague.id)[0]
        self.own_things["office_leader"] = {"role_proposal_id": made.id, "grant_id": grant.id}
        self.things["role_proposal_id"] = waiting.id

    def _at_the_employer(self) -> None:
        """Colleagues, places in each state, parts of the employer's case, gatherings they come to."""
        colleague = employee_of(self.session, self.employer)
        opening = published(self.session, self.employer, self.leader)
        drafted(self.session, self.employer, self.leader)
        openings.close(Act(self.session, self.leader.id, NOON), published(self.session, self.employer, self.leader))
        add_link(self.session, self.own_round.case, "GRU-1", self.leader)
        add_action(self.session, self.own_round.case, self.leader, None)
        self._sign_up(self.employer, self.leader, gathering(self.session))
        self._sign_up(self.employer, colleague, self.ahead, self.behind)
        self.things["opening_id"] = opening.id

    def _sign_up(self, employer: Organisation, who: User, *to: Gathering) -> None:
        for one in to:
            act = Act(self.session, who.id, NOON)
            sign_ups.sign_up(act, gathering_id=one.id, organisation_id=employer.id)

    def _of_the_cases(self) -> None:
        """The employer's own case is sent back and postponed, another sent back, and proposals in a third refused."""
        self.own_round.submit()
        if self.own_round.case.state is AssessmentState.SUBMITTED:  # the first time; then it is the same certifier's
            case_in_review(self.session, self.own_round.certifier, self.own_round.case)
        self.own_round.send_back()
        self.own_round.submit()
        self.own_round.recommend()
        self.own_round.refuse(self.own_round.propose())
        self.own_round.postpone()
        self.reviewed.send_back()
        self.reviewed.submit()
        self.proposed.refuse(self.waiting)
        self.waiting = self.proposed.propose()

    def _add_own_certificate(self) -> None:
        """One more certificate of the employer, with its report; the one before it is replaced."""
        own = certificate_of(self.session, self.employer, today=day(-400))
        act = Act(self.session, self.people[Role.PROGRAMME_LEAD].id, noon_on(day(-60)))
        certificates.receive_annual_report(act, certificate_id=own.id)

    def _of_a_certificate(self) -> None:
        """Another employer's certificate is suspended, and counts again."""
        act = Act(self.session, self.people[Role.PROGRAMME_LEAD].id, NOON)
        certificates.suspend(act, certificate_id=self.certificate.id, reason="Rapporten mangler.")
        certificates.reinstate(act, certificate_id=self.certificate.id, reason="Rapporten er her.")

    def _own_case(self) -> Assessment:
        case = answering_case(self.session, self.employer, self.leader)
        answer_everything(self.session, case, self.leader)
        return case

    def _case_elsewhere(self, certifier: User) -> tuple[Assessment, User]:
        """A case in review at another employer, and the leader who signs it."""
        employer = self._other()
        leader = leader_of(self.session, employer)
        return case_in_review(self.session, certifier, submitted_case(self.session, employer, leader)), leader

    def _at_the_office(self) -> None:
        """Candidates with a placement in each state at the employer, and some who look for a place."""
        self._meeting()
        self._meeting().begin()
        self._meeting().begin().write().approve(ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE)
        self._meeting().agree()
        started = self._meeting(long_ago=True).agree().start()
        self._meeting(long_ago=True).agree().start().end()
        trio(self.session, worker=self.worker).begin().write()  # an employer that only the office knows
        someone = candidate(self.session, self.worker)
        self._another_office()
        proposed(self.session, someone, published(self.session, self.employer, self.leader))
        self.things["placement_id"] = started.placement.id

    def _another_office(self) -> None:
        """One more office in the county, where the counsellor works too."""
        number = str(9000 + len(offices(self.session)))
        content = OfficeContent(
            number=number, name=f"Nav Kontor {number}", region="Akershus", municipality_number="3205"
        )
        made = add_office(Act(self.session, None, NOON), content=content)
        act = Act(self.session, None, NOON)
        give_role(act, user=self.worker, role=Role.COUNSELLOR, nav_office_id=made.id)

    def _meeting(self, *, long_ago: bool = False) -> Trio:
        now = TWO_MONTHS_AGO if long_ago else NOON
        return trio(self.session, worker=self.worker, employer=self.employer, leader=self.leader, now=now)

    def _of_the_candidate(self) -> None:
        """Proposals to answer, agreements to read, and work besides; each from another employer. Others have looked."""
        proposal = proposed(self.session, self.candidate, published(self.session))
        elsewhere = self._of_candidate_elsewhere().begin().write()
        self._of_candidate_elsewhere().agree()
        self._look(counsellor(self.session), Role.COUNSELLOR, None)
        self._look(elsewhere.leader, Role.LEADER, elsewhere.employer)
        self.own_things["candidate"] = {"placement_id": elsewhere.placement.id}
        self.things["proposal_id"] = proposal.id
        self._someone_asks()

    def _someone_asks(self) -> None:
        """Other candidates of the office have asked that what is known about them be not used, and be mended."""
        someone = candidate(self.session, self.worker)
        act = Act(self.session, can_sign_in(self.session, someone).id, NOON)
        requests.ask(act, candidate=someone, kind=RightsKind.RESTRICTION, words="Ikke nå.")
        asked = requests.ask(act, candidate=someone, kind=RightsKind.CORRECTION, words="Jeg er født i mai.")
        self.own_things["counsellor"] = {"request_id": asked.id}

    def _look(self, who: User, role: Role, employer: Organisation | None) -> None:
        look = reads(
            Act(self.session, who.id, NOON),
            self.candidate,
            role=role,
            purpose=ReadPurpose.FOLLOW_UP,
            what=ReadWhat.PROPOSAL,
            organisation_id=employer.id if employer else None,
        )
        self.session.add_all(look)

    def _of_candidate_elsewhere(self) -> Trio:
        return trio(self.session, worker=self.worker, person=self.candidate)

    def _at_other_employers(self) -> None:
        """Certificates, cases with the county and with the certifier, and requests for authority."""
        other = self._other()
        certificate_of(self.session, other)
        self._sign_up(other, leader_of(self.session, other), self.ahead, self.behind)
        act = Act(self.session, None, NOON)
        give_role(act, user=self.busy, role=Role.EMPLOYEE, organisation_id=other.id)
        submitted_case(self.session, self._other())
        case_in_review(self.session, self.people[Role.CERTIFIER])
        request = request_authority(
            Act(self.session, person(self.session).id, NOON), organisation=self._other(), position="Daglig leder"
        )
        self.things["request_id"] = request.id

    def end(self) -> None:
        """One gathering is over by now; those who decide open the case in which a proposal waits for them."""
        self.behind.starts_at, self.behind.ends_at = NOON - timedelta(hours=3), NOON - timedelta(hours=2)
        waits: dict[str, object] = {"assessment_id": self.proposed.case.id, "decision_id": self.waiting.id}
        self.own_things[Role.PROGRAMME_LEAD.value] = {**waits, "gathering_id": self.behind.id}
        self.own_things[Role.COUNCIL.value] = waits

    def _other(self) -> Organisation:
        other = verified_organisation(self.session, name="Fjernvik AS")
        published(self.session, other)
        return other
