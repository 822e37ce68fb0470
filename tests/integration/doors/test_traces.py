"""What is done at a door or in a young person's place leaves a trace that they see."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import OutboxMessage
from matching.candidates import life
from matching.doors.links import confirm_address
from matching.doors.mails import DoorMail
from matching.proposals.mails import ProposalMail
from matching.records.profiles import profile_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.proposal import Proposal
from matching.records.types import OnBehalfReason, ProposalState
from register.sign_in.types import Door
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.register import counsellor
from tests.support.client import PageClient
from tests.support.doors import code_from, come_in_first, newest_link, type_pin
from tests.support.world import NOON

Open = Callable[[], PageClient]


def _asked(session: Session) -> Proposal:
    worker = counsellor(session)
    person = make.candidate(session, worker, email="amina@eksempel.no")
    return make.proposed(session, person, published(session))


def _keeper(open_browser: Open, person: Candidate) -> PageClient:
    browser = open_browser()
    return browser.sign_in(make.keeper_of(browser.session, person))


def test_a_yes_says_how_the_one_who_gave_it_had_come_in(open_browser: Open, session: Session) -> None:
    proposal = _asked(session)
    keeper, young = _keeper(open_browser, proposal.candidate), open_browser()
    come_in_first(young, code_from(keeper, proposal.candidate), proposal.candidate)
    young.get(f"/min-side/forslag/{proposal.id}")
    young.submit(button="Ja, jeg vil")
    assert proposal.answer_door is Door.CODE
    assert "Logget inn med kode fra veilederen" in young.text


def test_a_counsellor_answers_in_a_candidates_place_with_a_reason_and_the_candidate_is_told(
    open_browser: Open, session: Session
) -> None:
    proposal = _asked(session)
    keeper = _keeper(open_browser, proposal.candidate)
    there = f"/veileder/kandidater/{proposal.candidate_id}/forslag/{proposal.id}"
    keeper.get(there)
    keeper.get(f"{there}/svar-for")
    keeper.submit({"answer": "yes"}, button="Skriv ned svaret")
    assert "Velg en grunn." in keeper.text
    assert proposal.state is ProposalState.PROPOSED
    keeper.submit({"answer": "yes", "behalf": "no_eid"}, button="Skriv ned svaret")
    assert proposal.state is ProposalState.CANDIDATE_YES
    assert proposal.on_behalf_reason is OnBehalfReason.NO_EID
    assert proposal.answer_door is None
    assert "Svarte for kandidaten Vera Lund" in keeper.text
    assert DoorMail.ANSWERED_FOR in session.scalars(select(OutboxMessage.kind)).all()
    young = open_browser()
    come_in_first(young, code_from(keeper, proposal.candidate), proposal.candidate)
    assert "Vera Lund svarte for deg på et forslag" in young.text
    young.get(f"/min-side/forslag/{proposal.id}")
    assert "Vera Lund svarte for deg" in young.text
    assert "Grunn: har ikke BankID" in young.text
    young.submit(button="Jeg har ombestemt meg")
    assert proposal.state is ProposalState.WITHDRAWN


def test_a_no_can_be_written_down_for_a_candidate_too(open_browser: Open, session: Session) -> None:
    proposal = _asked(session)
    keeper = _keeper(open_browser, proposal.candidate)
    keeper.get(f"/veileder/kandidater/{proposal.candidate_id}/forslag/{proposal.id}/svar-for")
    keeper.submit({"answer": "no", "behalf": "reserved"}, button="Skriv ned svaret")
    assert proposal.state is ProposalState.CANDIDATE_NO
    assert proposal.answered_for_by is not None
    keeper.get(f"/veileder/kandidater/{proposal.candidate_id}/forslag/{proposal.id}/svar-for")
    assert "Forslaget er besvart eller trukket." in keeper.page.get_text()


def test_a_changed_address_is_told_to_the_one_before_and_has_to_be_confirmed(
    open_browser: Open, session: Session
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker, email="gammel@eksempel.no")
    keeper, young = open_browser().sign_in(worker), open_browser()
    come_in_first(young, code_from(keeper, person), person)
    keeper.get(f"/veileder/kandidater/{person.id}/rediger")
    keeper.submit({"email": "ny@eksempel.no", "phone": "90 00 00 02"}, button="Lagre")
    told = {(one.kind, one.recipient) for one in session.scalars(select(OutboxMessage))}
    assert (DoorMail.EMAIL_REPLACED, "gammel@eksempel.no") in told
    assert (DoorMail.CONFIRM_EMAIL, "ny@eksempel.no") in told
    assert person.email_confirmed_at is None
    young.get("/min-side/")
    assert "Vera Lund endret e-postadressen din" in young.text
    assert "Vera Lund endret telefonnummeret ditt" in young.text
    phone = open_browser()
    phone.get(newest_link(session))
    type_pin(phone)
    assert "ny@eksempel.no" in phone.text, "which address it is, before it becomes a door"
    phone.submit({"own": "yes"}, button="Gå videre")
    assert person.confirmed_email == "ny@eksempel.no"


def test_who_types_another_address_first_is_not_the_only_one_who_is_told_of_what_changes_then(session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker, email="egen@eksempel.no", phone="90 00 00 01")
    confirm_address(Act(session, worker.id, NOON), person)

    def told_after(**changes: str) -> set[tuple[str, str]]:
        session.execute(delete(OutboxMessage))
        changed = replace(profile_of(person), **changes)  # type: ignore[arg-type]  # texts, as the profile has them
        life.change(Act(session, worker.id, NOON), candidate=person, profile=changed, expected_version=person.version)
        return {(one.kind, one.recipient) for one in session.scalars(select(OutboxMessage))}

    told_after(email="andres@eksempel.no")
    assert told_after(phone="90 00 00 02") == {
        (DoorMail.CONTACT_CHANGED, "egen@eksempel.no"),
        (DoorMail.CONTACT_CHANGED, "andres@eksempel.no"),
    }
    assert told_after(email="tredje@eksempel.no") == {
        (DoorMail.EMAIL_REPLACED, "egen@eksempel.no"),
        (DoorMail.EMAIL_REPLACED, "andres@eksempel.no"),
        (DoorMail.CONFIRM_EMAIL, "tredje@eksempel.no"),
    }


def test_a_mail_about_a_proposal_leads_through_ones_own_door_to_the_proposal(
    open_browser: Open, session: Session
) -> None:
    proposal = _asked(session)
    keeper = _keeper(open_browser, proposal.candidate)
    come_in_first(open_browser(), code_from(keeper, proposal.candidate), proposal.candidate)
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == ProposalMail.PROPOSAL_MADE)).one()
    assert set(mail.params) == {"own_link_id", "proposal_id"}, "ids, and no secret"
    phone = open_browser()
    phone.get(f"{newest_link(session)}?neste=/min-side/forslag/{proposal.id}")
    type_pin(phone)
    phone.submit({"own": "yes"}, button="Gå videre")
    phone.submit({"own": "no"}, button="Gå videre")
    assert phone.address == f"/min-side/forslag/{proposal.id}"
