"""The employer's yes or no to a candidate who said yes."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.errors import EditedMeanwhile
from ground.outbox import OutboxMessage
from ground.states import MoveNotAllowed
from matching.candidates import caseload
from matching.disclosures.errors import NotDisclosed
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadWhat
from matching.placements.errors import PositionsFilled
from matching.proposals import life as proposals
from matching.proposals.errors import OpeningNotOpen
from matching.proposals.mails import ProposalMail
from matching.records.tables.placement import Placement
from matching.records.types import PlacementState, ProposalState
from tests.factories.candidates import candidate, proposed, said_yes
from tests.factories.placements import trio
from tests.factories.register import counsellor, leader_of, office, refused_later, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON


def recipients(session: Session, kind: str) -> list[str]:
    return [one.recipient for one in session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind))]


def test_a_yes_begins_a_draft_from_the_place_and_tells_counsellor_and_candidate(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no").begin()
    agreement = story.placement.agreement
    assert story.placement.state is PlacementState.DRAFT
    assert story.placement.coordinator_id == story.worker.id
    assert (agreement.hours_per_week, agreement.mentor_name) == (20.0, "Mari Mentor")
    assert recipients(session, ProposalMail.EMPLOYER_ANSWERED) == [story.worker.email]
    assert recipients(session, ProposalMail.EMPLOYER_SAID_YES) == ["amina@eksempel.no"]


def test_a_no_is_told_to_the_counsellor_and_not_mailed_to_the_candidate(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no")
    before = set(recipients(session, ProposalMail.PROPOSAL_MADE))
    assert story.answer(wants_to=False) is None
    assert story.proposal.state is ProposalState.EMPLOYER_NO
    assert story.proposal.living_disclosure is None
    assert recipients(session, ProposalMail.EMPLOYER_ANSWERED) == [story.worker.email]
    assert set(recipients(session, ProposalMail.EMPLOYER_SAID_YES)) == set()
    assert before == set(recipients(session, ProposalMail.PROPOSAL_MADE))


def test_answering_the_same_way_twice_changes_nothing(session: Session) -> None:
    story = trio(session).begin()
    assert story.answer(wants_to=True) is story.placement
    assert session.scalar(select(func.count()).select_from(Placement)) == 1
    other = trio(session, worker=story.worker, first_name="Bo")
    other.answer(wants_to=False)
    other.answer(wants_to=False)
    assert len(recipients(session, ProposalMail.EMPLOYER_ANSWERED)) == 2
    with pytest.raises(NotDisclosed):
        other.answer(wants_to=True)


def test_a_no_after_a_yes_stops_the_draft(session: Session) -> None:
    story = trio(session).begin()
    story.answer(wants_to=False)
    assert story.placement.state is PlacementState.CANCELLED
    assert story.proposal.living_disclosure is None


def test_a_no_after_the_agreement_is_too_late(session: Session) -> None:
    story = trio(session).agree()
    with pytest.raises(MoveNotAllowed):
        story.answer(wants_to=False)
    assert story.placement.state is PlacementState.AGREED


def test_an_employer_whose_positions_are_taken_says_no_or_opens_another(session: Session) -> None:
    second = trio(session)
    first = trio(session, worker=second.worker, opening=second.opening, leader=second.leader, first_name="Bo").agree()
    with pytest.raises(PositionsFilled):
        second.begin()
    assert first.placement.state is PlacementState.AGREED
    assert second.answer(wants_to=False) is None


def test_the_one_who_coordinates_now_is_told_and_follows_up(session: Session) -> None:
    story = trio(session)
    colleague = counsellor(session, office(session), "Kari Kollega")
    caseload.assign(Act(session, story.worker.id, story.now), candidate=story.person, counsellor_id=colleague.id)
    browserless = story.begin()
    caseload.assign(Act(session, story.worker.id, story.now), candidate=story.person, counsellor_id=colleague.id)
    assert browserless.placement.coordinator_id == story.worker.id, "the act names its coordinator itself"
    third = counsellor(session, office(session), "Tone Tredje")
    caseload.assign(Act(session, colleague.id, story.now), candidate=story.person, counsellor_id=third.id)
    assert story.placement.coordinator_id == third.id, "handing over takes the running placements along"


def test_the_leader_says_yes_on_the_page_and_comes_to_the_agreement(browser: PageClient, session: Session) -> None:
    story = trio(session)
    browser.sign_in(story.leader)
    browser.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater")
    assert "Ingenting er bindende før alle tre har godkjent" in browser.text
    browser.submit(button="Ja, vi lager en avtale")
    assert "Amina – Medarbeider i kafé" in browser.text
    assert "Skriv avtalen ferdig" in browser.text


def test_a_no_is_asked_about_first_and_then_the_name_is_gone(browser: PageClient, session: Session) -> None:
    story = trio(session)
    browser.sign_in(story.leader)
    browser.get(f"/arbeidsgiver/{story.employer.orgnr}/forslag/{story.proposal.id}/nei")
    assert "Veilederen får en e-post om det" in browser.text
    assert session.scalars(select(CandidateRead).where(CandidateRead.what == ReadWhat.PROPOSAL)).one()
    form = browser.page
    browser.submit(button="Nei, det passer ikke nå")
    assert "Amina" not in browser.text
    browser.page = form
    browser.submit(button="Nei, det passer ikke nå")
    assert "Takk for at dere svarte" in browser.text, "the second press of the button does no harm"
    young = browser.sign_in(story.young)
    young.get("/min-side/")
    assert "nei" not in young.text.lower().split()
    assert "Det ble ikke noe av denne gangen. Veilederen din leter videre." in young.text


def test_an_answer_must_be_yes_or_no(browser: PageClient, session: Session) -> None:
    story = trio(session)
    browser.sign_in(story.leader)
    browser.post(f"/arbeidsgiver/{story.employer.orgnr}/forslag/{story.proposal.id}/svar", {}, status=400)
    assert story.proposal.state is ProposalState.CANDIDATE_YES


def test_an_employer_that_is_refused_later_receives_no_name(browser: PageClient, session: Session) -> None:
    waiting = trio(session)
    asked = proposed(session, candidate(session, waiting.worker, first_name="Bo"), waiting.opening)
    refused_later(session, waiting.employer)
    session.commit()
    there = f"/arbeidsgiver/{waiting.employer.orgnr}"
    browser.sign_in(waiting.leader).get(f"{there}/kandidater")
    assert "Amina" not in browser.text
    browser.get(f"{there}/forslag/{waiting.proposal.id}/nei", status=404)
    browser.post(f"{there}/forslag/{waiting.proposal.id}/svar", {"svar": "ja"}, status=404)
    with pytest.raises(OpeningNotOpen):
        said_yes(session, asked)
    assert asked.living_disclosure is None


def test_an_employer_that_is_refused_later_comes_to_no_agreement_either(browser: PageClient, session: Session) -> None:
    story = trio(session).begin()
    refused_later(session, story.employer)
    session.commit()
    browser.sign_in(story.leader).get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer")
    assert "Amina" not in browser.text
    browser.get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer/{story.placement.id}", status=404)


def test_another_employers_proposal_is_missing(browser: PageClient, session: Session) -> None:
    story, other = trio(session), verified_organisation(session, name="Annen bedrift AS")
    browser.sign_in(leader_of(session, other))
    for orgnr in (other.orgnr, story.employer.orgnr):
        browser.get(f"/arbeidsgiver/{orgnr}/forslag/{story.proposal.id}/nei", status=404)
        browser.post(f"/arbeidsgiver/{orgnr}/forslag/{story.proposal.id}/svar", {"svar": "nei"}, status=404)
    assert story.proposal.state is ProposalState.CANDIDATE_YES


def test_a_candidate_who_has_not_seen_the_employers_yes_is_told_before_taking_their_own_back(session: Session) -> None:
    three = trio(session)
    read = three.proposal.version
    three.begin()
    with pytest.raises(EditedMeanwhile):
        proposals.take_back_yes(Act(session, None, NOON), proposal=three.proposal, expected_version=read)
    assert three.proposal.state is ProposalState.EMPLOYER_YES
