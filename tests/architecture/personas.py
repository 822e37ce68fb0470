"""One person of each sort, each with a world of their own and a foreign one beside it, for walking all endpoints."""

import uuid
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ground.act import Act
from register.people.models import User
from register.roles.grants import living_grants
from register.roles.types import Role
from register.sign_in.sessions import open_session
from tests.factories.register import (
    counsellor,
    employee_of,
    leader_of,
    office,
    office_leader,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.world import NOON


@dataclass
class Personas:
    """Everybody who may knock at an endpoint, and the organisation numbers they may try."""

    tokens: dict[str, str]
    roles: dict[str, frozenset[Role]]
    own_orgnr: str
    foreign_orgnr: str
    unknown_orgnr: str = "310999999"


def make_personas(session: Session) -> Personas:
    """Make them all, the employer's people in one organisation, with another beside it."""
    own, foreign = verified_organisation(session), verified_organisation(session, name="Fjernvik AS")
    leader_of(session, foreign, "Fremmed Leder")
    people: dict[str, User] = {
        "newcomer": person(session, "Ny Person"),
        "leader": leader_of(session, own),
        "employee": employee_of(session, own),
        "counsellor": counsellor(session, office(session)),
        "office_leader": office_leader(session, office(session)),
    }
    for role in (
        Role.CANDIDATE,
        Role.CERTIFIER,
        Role.PROGRAMME_LEAD,
        Role.ANALYST,
        Role.COUNCIL,
        Role.ADMINISTRATOR,
    ):
        people[role.value] = person_with_role(session, role, role.value)
    personas = Personas(
        tokens={name: open_session(Act(session, None, NOON), user=user) for name, user in people.items()},
        roles={
            name: frozenset(grant.role for grant in living_grants(session, user_id=user.id))
            for name, user in people.items()
        },
        own_orgnr=own.orgnr,
        foreign_orgnr=foreign.orgnr,
    )
    session.commit()
    session.close()  # an open transaction of the test would keep the application waiting
    return personas


def arguments_for(names: set[str], orgnr: str) -> dict[str, object]:
    """Arguments for an address: the given organisation, and for all else something that does not exist."""
    missing: dict[str, object] = {
        "orgnr": orgnr,
        "filename": "finnes-ikke.css",
        "code": "FINNESIKKE",
        "token": "finnes-ikke",
        "key": "finnes-ikke",
        "number": "1999.1",
        "week": 1,
        "area_id": "GRU",
        "criterion_id": "GRU-1",
    }
    return {name: missing.get(name, uuid.UUID(int=0)) for name in names}
