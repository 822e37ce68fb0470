"""The county's view of the employers."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from register.organisations.queries import organisations_page
from register.people.models import User
from register.roles.types import Role
from tests.factories.register import (
    leader_of,
    organisation_numbers,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.client import PageClient
from tests.support.world import NOON


@pytest.fixture
def programme_lead(browser: PageClient, session: Session) -> User:
    user = person_with_role(session, Role.PROGRAMME_LEAD)
    browser.sign_in(user)
    return user


def test_employers_are_found_by_name_in_any_case_and_by_number(
    browser: PageClient, session: Session, programme_lead: User
) -> None:
    wanted = verified_organisation(session, name="ÅS BLOMSTER AS")
    verified_organisation(session, name="Granlia Kafé AS")
    for typed in ("ås blom", wanted.orgnr, f"{wanted.orgnr[:3]} {wanted.orgnr[3:6]} {wanted.orgnr[6:]}"):
        browser.get("/fylket/virksomheter")
        browser.submit({"q": typed}, form=".filters form")
        assert "ÅS BLOMSTER AS" in browser.text
        assert "Granlia" not in browser.text
    browser.get("/fylket/virksomheter?q=100%25")
    assert "Ingen treff" in browser.text
    browser.get("/fylket/virksomheter?status=unverified&kommune=tull&side=999")
    assert "Ingen treff" in browser.text


def test_one_employer_shows_people_and_what_has_happened_but_nothing_about_candidates(
    browser: PageClient, session: Session, programme_lead: User
) -> None:
    organisation = verified_organisation(session)
    leader_of(session, organisation, "Lars Leder")
    candidate = person(session, "Hemmelig Kandidat")
    audit.record(
        Act(session, candidate.id, NOON), action="disclosure.given", subject=candidate, organisation_id=organisation.id
    )
    browser.get(f"/fylket/virksomheter/{organisation.orgnr}")
    for words in ("Lars Leder", "Virksomheten ble registrert", "Storgata 1"):
        assert words in browser.text
    assert "Hemmelig Kandidat" not in browser.text


def test_a_programme_lead_marks_the_countys_own_unit_and_it_is_logged(
    browser: PageClient, session: Session, programme_lead: User
) -> None:
    organisation = verified_organisation(session)
    for _ in range(2):
        browser.get(f"/fylket/virksomheter/{organisation.orgnr}")
        browser.submit({"belongs": "yes"}, button="Lagre")
    session.refresh(organisation)
    assert organisation.belongs_to_county
    events = session.scalars(select(AuditEvent).where(AuditEvent.action == "organisation.county_unit_set"))
    assert [event.actor_id for event in events] == [programme_lead.id]


def test_an_unknown_number_is_not_found(browser: PageClient, programme_lead: User) -> None:
    browser.get(f"/fylket/virksomheter/{organisation_numbers()}", status=404)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COUNCIL, Role.ADMINISTRATOR, Role.CERTIFIER])
def test_others_do_not_see_the_people_of_employers(browser: PageClient, session: Session, role: Role) -> None:
    browser.sign_in(person_with_role(session, role))
    browser.get("/fylket/virksomheter", status=403)
    browser.get(f"/fylket/virksomheter/{verified_organisation(session).orgnr}", status=403)


def test_names_stand_in_the_norwegian_alphabet_in_every_database(session: Session) -> None:
    in_order = ["Bakeri AS", "bil AS", "Zoo AS", "Ærlig AS", "Øvre AS", "Ås AS"]
    for name in reversed(in_order):
        verified_organisation(session, name=name)
    assert [one.name for one in organisations_page(session).rows] == in_order
