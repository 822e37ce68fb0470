"""Colleagues: leaders invite and change, all see, the last leader stays."""

import uuid

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.writer import write_mail
from ground.act import Act
from ground.errors import NotFound
from ground.outbox import OutboxMessage
from register.organisations.models import Organisation
from register.people.models import User
from register.roles import queries
from register.roles.closing import close_user
from register.roles.errors import LastLeader
from register.roles.grants import change_role, give_role, people_with_role, take_role
from register.roles.mails import RoleMail
from register.roles.models import RoleGrant
from register.roles.types import Role
from tests.factories.openings import drafted
from tests.factories.register import employee_of, leader_of, person, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def leader(session: Session, organisation: Organisation) -> User:
    return leader_of(session, organisation, "Lars Leder")


def grant_of(session: Session, organisation: Organisation, user: User) -> RoleGrant:
    grants = queries.colleagues(session, organisation.id)
    return next(grant for grant in grants if grant.user_id == user.id)


def pages(organisation: Organisation) -> str:
    return f"/arbeidsgiver/{organisation.orgnr}/kolleger"


def invite(browser: PageClient, organisation: Organisation, email: str, role: str = "employee") -> str:
    browser.get(f"{pages(organisation)}/inviter")
    browser.submit({"email": email, "name": "Ny Kollega", "role": role}, button="Send invitasjonen")
    return browser.text


def test_inviting_a_colleague_again_is_told_at_the_field(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    browser.sign_in(leader)
    colleague = employee_of(session, organisation)
    colleague.name = ""
    assert "allerede tilgang" in invite(browser, organisation, str(colleague.email), "leader")
    assert grant_of(session, organisation, colleague).role is Role.EMPLOYEE
    assert colleague.name == "", "a refused invitation changes nothing"


def test_a_double_submit_invites_once(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    browser.sign_in(leader).get(f"{pages(organisation)}/inviter")
    form = browser.page, browser.response
    for _ in range(2):
        browser.page, browser.response = form
        browser.submit({"email": "ny@granlia.test", "name": "Ny"}, button="Send invitasjonen")
        assert browser.address == pages(organisation)
    assert len(session.scalars(select(OutboxMessage)).all()) == 1


def test_an_employee_sees_colleagues_and_changes_nothing(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    browser.sign_in(employee_of(session, organisation)).get(pages(organisation))
    assert "Lars Leder" in browser.text
    assert "Inviter en kollega" not in browser.text
    grant = grant_of(session, organisation, leader)
    for page in ("inviter", str(grant.id), f"{grant.id}/fjern"):
        browser.get(f"{pages(organisation)}/{page}", status=403)
        browser.post(f"{pages(organisation)}/{page}", status=403)
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/arbeidssteder/hent", status=403)


def test_a_leader_changes_a_role(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    colleague = employee_of(session, organisation)
    grant = grant_of(session, organisation, colleague)
    browser.sign_in(leader).get(f"{pages(organisation)}/{grant.id}")
    browser.submit({"role": "leader"}, button="Lagre")
    assert grant_of(session, organisation, colleague).role is Role.LEADER
    assert people_with_role(session, Role.LEADER, organisation_id=organisation.id) == [leader, colleague]


def test_whoever_gets_another_role_is_told_unless_nothing_changed_or_they_did_it_themself(
    browser: PageClient, session: Session, organisation: Organisation, leader: User, app: Flask
) -> None:
    colleague = leader_of(session, organisation, "Lotte Leder")
    browser.sign_in(leader)
    for _ in range(2):
        browser.get(f"{pages(organisation)}/{grant_of(session, organisation, colleague).id}")
        browser.submit({"role": "employee"}, button="Lagre")
    (mail,) = session.scalars(select(OutboxMessage))
    assert (mail.kind, mail.recipient) == (RoleMail.ROLE_CHANGED, colleague.email)
    with app.test_request_context():
        subject, text = write_mail(mail.kind, mail.locale, mail.params)
    assert subject == f"Rollen din hos {organisation.name} er endret"
    assert pages(organisation) in text
    browser.sign_in(colleague).get(pages(organisation))
    listed = " ".join(browser.text.split())
    assert ("Lotte Leder" in listed, "Lars Leder" in listed, "Medarbeider" in listed) == (True, True, True)
    give_role(Act(session, leader.id, NOON), user=colleague, role=Role.LEADER, organisation_id=organisation.id)
    browser.sign_in(leader).get(f"{pages(organisation)}/{grant_of(session, organisation, leader).id}")
    browser.submit({"role": "employee"}, button="Lagre")
    assert grant_of(session, organisation, leader).role is Role.EMPLOYEE
    assert len(session.scalars(select(OutboxMessage)).all()) == 1


def test_who_is_removed_while_another_leader_changes_the_role_stays_out(
    session: Session, organisation: Organisation, leader: User
) -> None:
    colleague = employee_of(session, organisation)
    act = Act(session, leader.id, NOON)
    take_role(act, grant_id=grant_of(session, organisation, colleague).id)
    with pytest.raises(NotFound):
        change_role(act, user=colleague, role=Role.LEADER, organisation=organisation)
    assert people_with_role(session, Role.LEADER, organisation_id=organisation.id) == [leader]


def test_a_removed_colleague_is_out_at_once(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    colleague = employee_of(session, organisation, "Mona")
    written = drafted(session, organisation, colleague, title="Hjelp på lageret")
    grant = grant_of(session, organisation, colleague)
    browser.sign_in(leader).get(f"{pages(organisation)}/{grant.id}/fjern")
    assert "Vil du fjerne Mona?" in browser.text
    browser.submit(button="Fjern tilgangen")
    assert browser.address == pages(organisation)
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/plasser/{written.id}")
    assert "Hjelp på lageret" in browser.text, "what they wrote stays"
    browser.sign_in(colleague).get(pages(organisation), status=404)


@pytest.mark.parametrize("page", ["", "/fjern"])
def test_the_last_leader_can_neither_step_down_nor_leave(
    browser: PageClient, session: Session, organisation: Organisation, leader: User, page: str
) -> None:
    grant = grant_of(session, organisation, leader)
    there = f"{pages(organisation)}/{grant.id}{page}"
    browser.sign_in(leader).get(there)
    assert "minst én leder" in browser.text
    assert there not in str(browser.page), "what could only be refused is not offered"
    browser.post(there, {"role": "employee"} if not page else {})  # from a page that was opened before
    assert "minst én leder" in browser.text
    assert grant_of(session, organisation, leader).role is Role.LEADER


def test_a_leader_who_is_closed_does_not_count_as_one(
    session: Session, organisation: Organisation, leader: User
) -> None:
    other = leader_of(session, organisation, "Lotte Leder")
    close_user(Act(session, leader.id, NOON), user_id=other.id)
    with pytest.raises(LastLeader):
        take_role(Act(session, None, NOON), grant_id=grant_of(session, organisation, leader).id)
    take_role(Act(session, None, NOON), grant_id=grant_of(session, organisation, other).id)
    with pytest.raises(LastLeader):
        give_role(Act(session, None, NOON), user=leader, role=Role.EMPLOYEE, organisation_id=organisation.id)


def test_a_colleague_of_another_employer_looks_like_a_missing_one(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    elsewhere = verified_organisation(session)
    foreign = grant_of(session, elsewhere, employee_of(session, elsewhere))
    left = grant_of(session, organisation, employee_of(session, organisation))
    take_role(Act(session, None, NOON), grant_id=left.id)
    browser.sign_in(leader)
    seen = set()
    for grant_id in (foreign.id, left.id, uuid.uuid4()):
        for page in (f"{grant_id}", f"{grant_id}/fjern"):
            browser.get(f"{pages(organisation)}/{page}", status=404)
            seen.add(browser.words_alike)
            browser.post(f"{pages(organisation)}/{page}", {"role": "leader"}, status=404)
    assert len(seen) == 1
    assert foreign.revoked_at is None


def test_the_overview_tells_a_newcomer_what_to_do_first(
    browser: PageClient, session: Session, organisation: Organisation
) -> None:
    contact = queries.colleagues(session, organisation.id)[0].user
    browser.sign_in(contact).get(f"/arbeidsgiver/{organisation.orgnr}/")
    current = browser.page.select_one("[aria-current=step]")
    assert current is not None
    assert "Få bekreftet hvem som er leder" in current.get_text()


def test_a_person_without_roles_is_led_to_registration(browser: PageClient, session: Session) -> None:
    browser.sign_in(person(session)).get("/hjem")
    assert browser.address == "/arbeidsgiver/registrer"
