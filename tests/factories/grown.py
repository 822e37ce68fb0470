"""A county whose lists are as long as a test wants them: what a page costs must not depend on how much there is."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from certification.network import sign_ups
from ground.act import Act
from matching.openings import life as openings
from matching.records.types import ApprovalParty
from register.joining.authority import request_authority
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from tests.factories.candidates import can_sign_in, candidate, proposed
from tests.factories.cases import add_action, add_link, answering_case, case_in_review, submitted_case
from tests.factories.certificates import certificate_of
from tests.factories.network import gathering
from tests.factories.openings import day, drafted, published
from tests.factories.placements import ADULT, Trio, trio
from tests.factories.register import counsellor, employee_of, leader_of, person, person_with_role, verified_organisation
from tests.support.world import NOON

TWO_MONTHS_AGO = NOON - timedelta(days=60)


@dataclass(frozen=True)
class County:
    """Those who look, and one thing of each kind that they can open, by the name it has in addresses."""

    people: Mapping[str, User]
    things: Mapping[str, object]
    placement_of_candidate: uuid.UUID

    def things_of(self, persona: str) -> dict[str, object]:
        """The things as one of the people can open them."""
        own = {"placement_id": self.placement_of_candidate} if persona == "candidate" else {}
        return {**self.things, **own}


def grown(session: Session, factor: int) -> County:
    """A county in which one employer, one office, one candidate and one certifier have so many of each thing."""
    growing = _Growing(session, factor)
    for _ in range(factor):
        growing.add_one_of_each()
    session.commit()
    return County(growing.people, growing.things, growing.placement_of_candidate)


class _Growing:
    """The people whose lists grow, made once, and one more of each thing as often as it is asked for."""

    placement_of_candidate: uuid.UUID

    def __init__(self, session: Session, factor: int) -> None:
        self.session = session
        self.employer = verified_organisation(session, workplaces=factor)
        self.leader = leader_of(session, self.employer)
        self.worker = counsellor(session)
        self.busy = person(session, "Mange Roller")
        self.candidate = candidate(session, self.worker, birth_date=ADULT, email=None)
        self.people: dict[str, User] = {
            "leader": self.leader,
            "employee": employee_of(session, self.employer),
            "counsellor": self.worker,
            "candidate": can_sign_in(session, self.candidate),
            **{
                role.value: person_with_role(session, role, role.value)
                for role in (Role.CERTIFIER, Role.PROGRAMME_LEAD, Role.COUNCIL, Role.ADMINISTRATOR, Role.ANALYST)
            },
        }
        certificate = certificate_of(session, self.employer, today=day(-60))
        self.own_case = answering_case(session, self.employer, self.leader)
        self.things: dict[str, object] = {
            "orgnr": self.employer.orgnr,
            "code": certificate.code,
            "certificate_id": certificate.id,
            "candidate_id": self.candidate.id,
            "area_id": "GRU",
            "criterion_id": "GRU-1",
            "number": self.own_case.edition.number,
            "office_id": self.candidate.nav_office_id,
            "user_id": self.busy.id,
            "week": 4,
        }

    def add_one_of_each(self) -> None:
        """One more of each thing; the last ones are those that are opened."""
        self._at_the_office()
        self._at_the_employer()
        self._at_other_employers()
        self._of_the_candidate()

    def _at_the_employer(self) -> None:
        """Colleagues, places in each state, parts of the employer's case, gatherings they come to."""
        colleague = employee_of(self.session, self.employer)
        opening = published(self.session, self.employer, self.leader)
        drafted(self.session, self.employer, self.leader)
        openings.close(Act(self.session, self.leader.id, NOON), published(self.session, self.employer, self.leader))
        add_link(self.session, self.own_case, "GRU-1", self.leader)
        add_action(self.session, self.own_case, self.leader, None)
        meeting = gathering(self.session)
        for user in (self.leader, colleague):
            sign_ups.sign_up(
                Act(self.session, user.id, NOON), gathering_id=meeting.id, organisation_id=self.employer.id
            )
        self.things |= {"opening_id": opening.id, "gathering_id": meeting.id}

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
        proposed(self.session, someone, published(self.session, self.employer, self.leader))
        self.things["placement_id"] = started.placement.id

    def _meeting(self, *, long_ago: bool = False) -> Trio:
        now = TWO_MONTHS_AGO if long_ago else NOON
        return trio(self.session, worker=self.worker, employer=self.employer, leader=self.leader, now=now)

    def _of_the_candidate(self) -> None:
        """Proposals to answer, agreements to read, and work besides; each from another employer."""
        proposal = proposed(self.session, self.candidate, published(self.session))
        self.placement_of_candidate = self._of_candidate_elsewhere().begin().write().placement.id
        self._of_candidate_elsewhere().agree()
        self.things["proposal_id"] = proposal.id

    def _of_candidate_elsewhere(self) -> Trio:
        return trio(self.session, worker=self.worker, person=self.candidate)

    def _at_other_employers(self) -> None:
        """Certificates, cases with the county and with the certifier, and requests for authority."""
        other = self._other()
        certificate_of(self.session, other)
        act = Act(self.session, None, NOON)
        give_role(act, user=self.busy, role=Role.EMPLOYEE, organisation_id=other.id)
        submitted_case(self.session, self._other())
        reviewed = case_in_review(self.session, self.people[Role.CERTIFIER])
        request = request_authority(
            Act(self.session, person(self.session).id, NOON), organisation=self._other(), position="Daglig leder"
        )
        self.things |= {"assessment_id": reviewed.id, "request_id": request.id}

    def _other(self) -> Organisation:
        other = verified_organisation(self.session, name="Fjernvik AS")
        published(self.session, other)
        return other
