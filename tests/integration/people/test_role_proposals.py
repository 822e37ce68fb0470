"""Roles that the county gives: one proposes, another confirms, the third accepts, and nobody is two of them."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.mails.links import link_of
from app.people.jobs import lapse_role_proposals
from ground.act import Act
from ground.audit import AuditEvent
from ground.moves import PAST_MOVE
from ground.outbox import OutboxMessage
from register.people.models import User
from register.roles import giving
from register.roles.closing import close_user
from register.roles.errors import (
    AlreadyHasRole,
    Excluded,
    GiverIsGone,
    NotForOneself,
    NotTheirsToGive,
    OfficeHasLeader,
    ProposalAnswered,
)
from register.roles.grants import give_role, living_grants, take_role
from register.roles.mails import RoleMail
from register.roles.may_give import REOPENING, Wanted
from register.roles.models import RoleGrant, RoleProposal
from register.roles.types import Role, RoleProposalState
from register.sign_in.browsers import note_browser
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
from tests.factories.roles import administrators, offered_role, proposed_role
from tests.support.client import PageClient
from tests.support.paged import row_of
from tests.support.world import NOON, StoppedClock

S = RoleProposalState


@pytest.fixture
def two(session: Session) -> tuple[User, User]:
    return administrators(session)


def roles_of(session: Session, user: User) -> list[Role]:
    session.expire_all()
    return [grant.role for grant in living_grants(session, user_id=user.id)]


def mails(session: Session) -> list[tuple[str, str]]:
    return [(one.kind, one.recipient) for one in session.scalars(select(OutboxMessage))]


def answer_as(browser: PageClient, user: User, address: str, *, status: int = 200) -> None:
    """Press a button that stood on a page opened earlier."""
    browser.sign_in(user).get("/konto")
    browser.post(address, status=status)


def by(session: Session, user: User, *, days: int = 0) -> Act:
    return Act(session, user.id, NOON + timedelta(days=days))


def test_a_role_holds_when_two_have_agreed_and_the_third_has_said_yes(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    first, second = two
    browser.sign_in(first).get("/fylket/brukere/inviter")
    browser.submit({"email": "Nina@Fylket.test", "name": "Nina Ny", "role": "analyst"}, button="Foreslå")
    there = browser.address
    new = session.scalars(select(User).where(User.email == "nina@fylket.test")).one()
    assert "Du foreslo dette selv" in browser.text
    assert "Bekreft forslaget" not in browser.text
    assert mails(session) == [(RoleMail.ROLE_TO_CONFIRM, second.email)]

    browser.sign_in(new).get("/hjem")
    assert browser.address == "/arbeidsgiver/registrer"  # nothing is offered before it is confirmed
    browser.sign_in(second).get(there)
    browser.submit(button="Bekreft forslaget")
    assert roles_of(session, new) == []
    assert mails(session)[1:] == [(RoleMail.ROLE_OFFERED, "nina@fylket.test")]

    browser.sign_in(new).get("/hjem")
    assert browser.address == "/tilbud"
    assert "Foreslått av Ada Administrator og bekreftet av Bo Administrator" in browser.text
    browser.submit(button="Ja, jeg tar imot")
    assert browser.address == "/fylket/"
    assert roles_of(session, new) == [Role.ANALYST]
    assert mails(session)[2:] == [(RoleMail.ROLE_ANSWERED, first.email)]

    browser.sign_in(first).get("/fylket/roller?rolle=analyst")
    assert "Analytiker" in row_of(browser, "Nina Ny")
    assert "Siden 23. nov. 2026" in row_of(browser, "Nina Ny")
    assert "Foreslått av Ada Administrator, bekreftet av Bo Administrator" in browser.text
    browser.get("/fylket/roller/forslag?vis=besvarte")
    assert "Tatt imot" in browser.text
    steps = session.scalars(select(AuditEvent).where(AuditEvent.action.startswith("role_proposal")))
    assert {(one.action, one.actor_id) for one in steps} == {
        ("role_proposal.proposed", first.id),
        ("role_proposal.offered", second.id),
        ("role_proposal.accepted", new.id),
    }


def test_nobody_is_two_of_the_three(browser: PageClient, session: Session, two: tuple[User, User]) -> None:
    first, second = two
    browser.sign_in(first).get("/fylket/brukere/inviter")
    browser.submit({"email": first.email, "name": "Ada", "role": "certifier"}, button="Foreslå")
    assert "Ingen gir, foreslår eller bekrefter noe for seg selv" in browser.text
    proposal = proposed_role(session, first, second, Wanted(Role.CERTIFIER))
    for who in two:
        answer_as(browser, who, f"/fylket/roller/forslag/{proposal.id}/bekreft")
        assert "Ingen gir, foreslår eller bekrefter noe for seg selv" in browser.text
        assert "flask --app wsgi admin create" in browser.text  # nobody is left who could
        with pytest.raises(NotForOneself):
            giving.refuse(by(session, who), proposal_id=proposal.id, reason="Nei.")
    assert proposal.state is S.PROPOSED


@pytest.mark.parametrize(
    "broken",
    [
        {"confirmed_by_id": "proposer"},
        {"confirmed_by_id": "user"},
        {"proposed_by_id": "user"},
        {"state": S.OFFERED},
        {"role": Role.CANDIDATE},
    ],
)
def test_the_database_itself_keeps_the_three_apart(
    session: Session, two: tuple[User, User], broken: dict[str, object]
) -> None:
    proposal = proposed_role(session, two[0])
    people = {"proposer": two[0].id, "user": proposal.user_id}
    values = {name: people.get(str(value), value) for name, value in broken.items()}
    if "confirmed_by_id" in values:
        values["confirmed_at"] = NOON
    session.flush()
    with pytest.raises(IntegrityError):
        session.execute(
            RoleProposal.__table__.update().where(RoleProposal.__table__.c.id == proposal.id).values(**values),
            execution_options={PAST_MOVE: "what the database promises is tried"},
        )
    session.rollback()


def test_whoever_is_alone_reads_how_there_come_to_be_two(browser: PageClient, session: Session, app: Flask) -> None:
    alone = person_with_role(session, Role.ADMINISTRATOR)
    browser.sign_in(alone)
    for page in ("brukere/inviter", f"brukere/{person(session).id}/rolle", "roller/forslag"):
        browser.get(f"/fylket/{page}")
        assert "Det trengs en administrator til" in browser.text
        assert "flask --app wsgi admin create" in browser.text
    told = app.test_cli_runner().invoke(args=["admin", "create", "to@plass.test"]).output
    assert "second administrator" not in told
    browser.get("/fylket/roller/forslag")
    assert "Det trengs en administrator til" not in browser.text


def test_the_command_tells_the_first_that_a_second_is_needed_and_makes_no_counsellor_one(
    session: Session, app: Flask
) -> None:
    worker = counsellor(session)
    address, _ = worker.email or "", session.commit()
    run = app.test_cli_runner().invoke
    assert "second administrator" in run(args=["admin", "create", "en@plass.test"]).output
    refused = run(args=["admin", "create", address])
    assert refused.exit_code != 0
    assert "nobody is both counsellor and administrator" in refused.output


def test_whoever_the_command_lets_in_again_stands_in_the_log(session: Session, app: Flask) -> None:
    closed = person_with_role(session, Role.ADMINISTRATOR)
    person_with_role(session, Role.ADMINISTRATOR)
    close_user(Act(session, None, NOON), user_id=closed.id)
    address, key = closed.email or "", closed.id
    session.commit()
    for _ in range(2):
        assert app.test_cli_runner().invoke(args=["admin", "create", address]).exit_code == 0
    opened = select(AuditEvent.actor_id).where(AuditEvent.action == "user.reopened", AuditEvent.subject_id == key)
    assert session.scalars(opened).all() == [None]


def test_of_two_who_confirm_at_once_the_second_is_told(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    third = person_with_role(session, Role.ADMINISTRATOR, "Cato Administrator")
    proposal = proposed_role(session, two[0])
    there = f"/fylket/roller/forslag/{proposal.id}"
    browser.sign_in(third).get(there)
    giving.confirm(by(session, two[1]), proposal_id=proposal.id)
    browser.submit(button="Bekreft forslaget")
    assert "En annen har bekreftet forslaget allerede" in browser.text
    assert "Bo Administrator" in browser.text
    session.refresh(proposal)
    assert proposal.confirmed_by_id == two[1].id
    browser.post(f"{there}/avsla", {"reason": "For sent."})
    assert "En annen har bekreftet forslaget allerede" in browser.text


def test_what_is_sent_twice_is_done_once(browser: PageClient, session: Session, two: tuple[User, User]) -> None:
    proposal = offered_role(session, two)
    giving.confirm(by(session, two[1]), proposal_id=proposal.id)
    user = proposal.user
    for _ in range(2):
        answer_as(browser, user, f"/tilbud/{proposal.id}/ja")
    assert roles_of(session, user) == [Role.ANALYST]
    kinds = [kind for kind, _ in mails(session)]
    assert [kinds.count(kind) for kind in (RoleMail.ROLE_OFFERED, RoleMail.ROLE_ANSWERED)] == [1, 1]
    browser.sign_in(two[0]).get(f"/fylket/brukere/{person(session, 'Per').id}/rolle")
    browser.submit({"role": "certifier"}, button="Foreslå rollen")
    again = session.scalars(select(RoleProposal).where(RoleProposal.role == Role.CERTIFIER)).one()
    browser.get(f"/fylket/brukere/{again.user_id}/rolle")
    browser.submit({"role": "certifier"}, button="Foreslå rollen")
    assert "Det samme er foreslått allerede" in browser.text


def test_it_is_refused_with_a_reason_withdrawn_or_declined(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    first, second = two
    refused = proposed_role(session, first)
    there = f"/fylket/roller/forslag/{refused.id}"
    browser.sign_in(second).get(there)
    browser.submit({"reason": ""}, button="Avslå forslaget")
    assert "Skriv hvorfor du sier nei." in browser.text
    browser.submit({"reason": "Slutter til jul."}, button="Avslå forslaget")
    browser.sign_in(first).get(there)
    assert "Slutter til jul." in browser.text
    assert (RoleMail.ROLE_ANSWERED, first.email) in mails(session)

    withdrawn = offered_role(session, two)
    browser.get(f"/fylket/roller/forslag/{withdrawn.id}")
    browser.submit(button="Trekk forslaget")
    assert "Trukket" in browser.text
    with pytest.raises(ProposalAnswered):
        giving.accept(by(session, withdrawn.user), proposal_id=withdrawn.id)

    declined = offered_role(session, two)
    browser.sign_in(declined.user).get("/tilbud")
    browser.submit(button="Nei takk")
    assert "Ingen roller venter på svar" in browser.text
    session.refresh(declined)
    assert declined.state is S.DECLINED
    assert roles_of(session, declined.user) == []


def test_another_cannot_withdraw_answer_or_even_see_it(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    proposal = offered_role(session, two)
    stranger = person(session, "Fremmed")
    for answer in ("ja", "nei"):
        answer_as(browser, stranger, f"/tilbud/{proposal.id}/{answer}", status=404)
    answer_as(browser, two[1], f"/fylket/roller/forslag/{proposal.id}/trekk", status=404)
    waiting = proposed_role(session, two[0])
    answer_as(browser, waiting.user, f"/tilbud/{waiting.id}/ja", status=404)  # not confirmed yet


def test_what_nobody_answers_in_time_lapses_also_while_the_scheduler_sleeps(
    browser: PageClient, session: Session, app: Flask, clock: StoppedClock, two: tuple[User, User]
) -> None:
    proposed, offered = proposed_role(session, two[0]), offered_role(session, two)
    clock.forward(days=14)
    answer_as(browser, two[1], f"/fylket/roller/forslag/{proposed.id}/bekreft")
    assert "Fristen er ute" in browser.text
    answer_as(browser, offered.user, f"/tilbud/{offered.id}/ja")
    assert "Fristen er ute" in browser.text
    assert roles_of(session, offered.user) == []
    session.commit()
    with app.app_context():
        assert (lapse_role_proposals(), lapse_role_proposals()) == (2, 0)
    session.expire_all()
    assert (proposed.state, offered.state) == (S.LAPSED, S.LAPSED)


def test_what_came_to_nothing_is_forgotten_after_a_month_and_with_it_who_never_came(
    session: Session, app: Flask, clock: StoppedClock, two: tuple[User, User]
) -> None:
    never = giving.invite(by(session, two[0]), email="aldri@plass.test", name="Aldri Her", wanted=Wanted(Role.ANALYST))
    came = giving.invite(by(session, two[0]), email="var@plass.test", name="Var Innom", wanted=Wanted(Role.ANALYST))
    never_id, came_id, taken = never.user_id, came.user_id, offered_role(session, two)
    assert never.user.name == ""  # the proposer's word is not the user's name
    note_browser(by(session, came.user), user=came.user, token="t", kind="Firefox")
    giving.accept(by(session, taken.user), proposal_id=taken.id)
    left = []
    for days in (14, 29, 2):
        clock.forward(days=days)
        session.commit()
        with app.app_context():
            lapse_role_proposals()
        session.expire_all()
        left.append(sorted(one.state for one in session.scalars(select(RoleProposal))))
    assert left == [[S.ACCEPTED, S.LAPSED, S.LAPSED], [S.ACCEPTED, S.LAPSED, S.LAPSED], [S.ACCEPTED]]
    assert session.get(User, never_id) is None
    assert session.get(User, came_id) is not None


def test_what_has_lapsed_does_not_stand_in_the_way_of_a_new_proposal(session: Session, two: tuple[User, User]) -> None:
    late = proposed_role(session, two[0])
    again = giving.propose(by(session, two[1], days=15), user=late.user, wanted=Wanted(Role.ANALYST))
    assert (late.state, again.state) == (S.LAPSED, S.PROPOSED)


# Facts that change between


def test_the_table_is_asked_when_it_is_proposed_when_it_is_confirmed_and_when_it_is_accepted(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    sentence = "Ingen kan ha rollene «Veileder» og «Analytiker» samtidig"

    def becomes_counsellor(user: User) -> None:
        give_role(Act(session, None, NOON), user=user, role=Role.COUNSELLOR, nav_office_id=office(session).id)

    browser.sign_in(two[0]).get(f"/fylket/brukere/{counsellor(session).id}/rolle")
    browser.submit({"role": "analyst"}, button="Foreslå rollen")
    assert sentence in browser.text
    proposal, offer = proposed_role(session, two[0]), offered_role(session, two)
    becomes_counsellor(proposal.user)
    becomes_counsellor(offer.user)
    answer_as(browser, two[1], f"/fylket/roller/forslag/{proposal.id}/bekreft")
    assert sentence in browser.text
    answer_as(browser, offer.user, f"/tilbud/{offer.id}/ja")
    assert sentence in browser.text
    assert roles_of(session, offer.user) == [Role.COUNSELLOR]


def test_that_somebody_is_a_candidate_is_told_to_nobody_but_them(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    young = person_with_role(session, Role.CANDIDATE, "Hemmelig Kandidat")
    browser.sign_in(two[0]).get("/fylket/brukere/inviter")
    browser.submit({"email": young.email, "name": "Skrevet Navn", "role": "analyst"}, button="Foreslå")
    assert "Skrevet Navn" in browser.text
    assert "Hemmelig" not in browser.text
    proposal = session.scalars(select(RoleProposal)).one()
    giving.confirm(by(session, two[1]), proposal_id=proposal.id)
    with pytest.raises(Excluded):
        giving.accept(by(session, young), proposal_id=proposal.id)
    assert roles_of(session, young) == [Role.CANDIDATE]


def test_what_is_held_by_now_is_not_given_again(session: Session, two: tuple[User, User]) -> None:
    offer = offered_role(session, two)
    give_role(Act(session, None, NOON), user=offer.user, role=Role.ANALYST)
    with pytest.raises(AlreadyHasRole):
        giving.accept(by(session, offer.user), proposal_id=offer.id)


@pytest.mark.parametrize("gone", [0, 1])
def test_the_word_of_one_who_is_no_administrator_any_more_counts_no_more(
    session: Session, two: tuple[User, User], gone: int
) -> None:
    offer = offered_role(session, two)
    take_role(Act(session, None, NOON), grant_id=living_grants(session, user_id=two[gone].id)[0].id)
    with pytest.raises(GiverIsGone):
        giving.accept(by(session, offer.user), proposal_id=offer.id)


def test_the_proposer_who_is_closed_is_not_confirmed(session: Session, two: tuple[User, User]) -> None:
    proposal = proposed_role(session, two[0])
    close_user(by(session, two[1]), user_id=two[0].id)
    with pytest.raises(GiverIsGone):
        giving.confirm(by(session, two[1]), proposal_id=proposal.id)


# A closed user


def test_a_closed_user_is_let_in_again_by_two_and_by_their_own_yes(
    browser: PageClient, session: Session, app: Flask, two: tuple[User, User]
) -> None:
    first, second = two
    user = person_with_role(session, Role.CERTIFIER, "Sara Sertifisør")
    give_role(Act(session, None, NOON), user=user, role=Role.COUNSELLOR, nav_office_id=office(session).id)
    close_user(by(session, first), user_id=user.id)
    browser.sign_in(first).get(f"/fylket/brukere/{user.id}")
    browser.submit(button="Foreslå å åpne igjen")
    proposal = session.scalars(select(RoleProposal)).one()
    assert user.closed_at is not None
    giving.confirm(by(session, second), proposal_id=proposal.id)
    [mail] = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == RoleMail.REOPENING_OFFERED))
    assert (mail.recipient, list(mail.params)) == (user.email, ["role_proposal_id"])  # the secret lies nowhere
    session.refresh(user)
    assert user.closed_at is not None
    with app.app_context():
        link = re.sub(r"^https?://[^/]+", "", link_of(mail.kind, mail.params))
    browser.sign_out()
    browser.get(f"{link}x", status=404)
    browser.get(link)
    assert "To administratorer i fylkeskommunen vil åpne brukeren din" in browser.text
    session.refresh(user)
    assert user.closed_at is not None  # a scanner of mail opens nothing
    browser.submit(button="Ja, åpne brukeren min")
    assert browser.address == "/logg-inn"
    session.refresh(user)
    assert user.closed_at is None
    assert roles_of(session, user) == [Role.CERTIFIER]  # what a NAV office gives is given there
    browser.get(link)
    assert "er åpnet igjen" in browser.text


def test_a_closed_user_may_say_no_and_an_open_one_is_not_opened(session: Session, two: tuple[User, User]) -> None:
    user = person_with_role(session, Role.ANALYST)
    close_user(by(session, two[0]), user_id=user.id)
    proposal = offered_role(session, two, user, REOPENING)
    giving.decline_reopening(Act(session, None, NOON), proposal_id=proposal.id)
    with pytest.raises(ProposalAnswered):
        giving.accept_reopening(Act(session, None, NOON), proposal_id=proposal.id)
    assert user.closed_at is not None


def test_a_closed_user_with_roles_that_nobody_holds_together_stays_closed(
    session: Session, two: tuple[User, User]
) -> None:
    user = person_with_role(session, Role.ANALYST)
    for_both = RoleGrant(user_id=user.id, role=Role.CANDIDATE, granted_at=NOON)  # given before the table was there
    session.add(for_both)
    close_user(by(session, two[0]), user_id=user.id)
    proposal = offered_role(session, two, user, REOPENING)
    with pytest.raises(Excluded):
        giving.accept_reopening(Act(session, None, NOON), proposal_id=proposal.id)


# The first leader of an office


def test_an_office_gets_its_first_leader_and_its_counsellors_are_told(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    worker, here = counsellor(session), office(session)
    elsewhere = counsellor(session, office(session, "0219"))
    browser.sign_in(two[0]).get("/fylket/brukere/inviter")
    browser.submit({"email": "lise@nav.test", "name": "Lise Leder", "role": "office_leader"}, button="Foreslå")
    assert "Velg kontoret som skal få sin første leder." in browser.text
    browser.submit({"office_id": str(here.id)}, button="Foreslå")
    proposal = session.scalars(select(RoleProposal)).one()
    giving.confirm(by(session, two[1]), proposal_id=proposal.id)
    giving.accept(by(session, proposal.user), proposal_id=proposal.id)
    told = [address for kind, address in mails(session) if kind == RoleMail.OFFICE_HAS_LEADER]
    assert told == [worker.email]
    assert elsewhere.email not in told
    browser.sign_in(worker).get("/veileder/kolleger")
    assert "Kontorleder" in row_of(browser, "Lise Leder")
    browser.sign_in(two[0]).get("/fylket/brukere/inviter")
    choice = browser.page.select_one("select[name=office_id]")
    assert choice is not None
    assert here.name not in choice.get_text()
    with pytest.raises(OfficeHasLeader):
        proposed_role(session, two[0], None, Wanted(Role.OFFICE_LEADER, nav_office_id=here.id))


def test_one_first_leader_of_an_office_is_proposed_at_a_time(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    here = office(session)
    wanted = Wanted(Role.OFFICE_LEADER, nav_office_id=here.id)
    proposed_role(session, two[0], None, wanted)
    browser.sign_in(two[1]).get("/fylket/brukere/inviter")
    values = {"email": "en@nav.test", "name": "En", "role": "office_leader", "office_id": str(here.id)}
    browser.submit(values, button="Foreslå")
    assert "Det samme er foreslått allerede" in browser.text


def test_an_office_whose_last_leader_is_gone_gets_a_first_one_again(session: Session, two: tuple[User, User]) -> None:
    here = office(session)
    leader = office_leader(session, here)
    take_role(by(session, leader), grant_id=living_grants(session, user_id=leader.id)[0].id)
    offer = offered_role(session, two, None, Wanted(Role.OFFICE_LEADER, nav_office_id=here.id))
    giving.accept(by(session, offer.user), proposal_id=offer.id)
    assert roles_of(session, offer.user) == [Role.OFFICE_LEADER]


def test_a_first_leader_who_comes_second_gets_nothing(session: Session, two: tuple[User, User]) -> None:
    here = office(session)
    offer = offered_role(session, two, None, Wanted(Role.OFFICE_LEADER, nav_office_id=here.id))
    office_leader(session, here)
    with pytest.raises(OfficeHasLeader):
        giving.accept(by(session, offer.user), proposal_id=offer.id)


# Employers


def test_a_leader_by_the_county_is_given_by_two_and_replaces_the_role_from_before(
    browser: PageClient, session: Session, two: tuple[User, User]
) -> None:
    employer = verified_organisation(session)
    leader_of(session, employer)
    worker = employee_of(session, employer)
    browser.sign_in(two[0]).get(f"/fylket/brukere/{worker.id}/rolle")
    browser.submit({"role": "leader", "orgnr": employer.orgnr}, button="Foreslå rollen")
    assert "kan binde virksomheten" in browser.text
    browser.submit({"orgnr": "999888777", "reason": "Møtt opp"}, button="Foreslå rollen")
    assert browser.page.select_one("#orgnr-error") is not None
    browser.submit({"orgnr": employer.orgnr, "reason": "Møtt opp"}, button="Foreslå rollen")
    proposal = session.scalars(select(RoleProposal)).one()
    assert roles_of(session, worker) == [Role.EMPLOYEE]
    giving.confirm(by(session, two[1]), proposal_id=proposal.id)
    giving.accept(by(session, worker), proposal_id=proposal.id)
    assert roles_of(session, worker) == [Role.LEADER]
    given = session.scalars(select(AuditEvent.reason).where(AuditEvent.action == "role.given"))
    assert "Møtt opp" in given.all()


def test_the_county_gives_no_counsellor(browser: PageClient, session: Session, two: tuple[User, User]) -> None:
    user = person(session)
    browser.sign_in(two[0])
    for role in ("counsellor", "candidate"):
        browser.get(f"/fylket/brukere/{user.id}/rolle")
        browser.submit({"role": role, "office_id": str(office(session).id)}, button="Foreslå rollen")
        assert "Velg noe fra listen" in browser.text
    with pytest.raises(NotTheirsToGive):
        proposed_role(session, two[0], user, Wanted(Role.COUNSELLOR, nav_office_id=office(session).id))
    assert session.scalars(select(RoleProposal)).all() == []
