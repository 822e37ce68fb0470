"""Proposing and answering: nothing reaches an employer before the candidate's yes, or after it is taken back."""

import json
import re
from collections.abc import Callable
from datetime import date, time
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ground.act import Act
from ground.errors import EditedMeanwhile
from ground.moves import move
from ground.outbox import OutboxMessage
from matching.candidates import caseload
from matching.candidates import life as candidates
from matching.catalogue.choices import Adaptation, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches.score import score_weights
from matching.openings import life as openings
from matching.openings.content import WeeklyShift
from matching.proposals import employer_answers
from matching.proposals import life as proposals
from matching.proposals.errors import AlreadyProposed, NotLawful, OpeningNotOpen, ReasonNeeded
from matching.proposals.mails import ProposalMail
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Disclosure, Proposal
from matching.records.types import NoReason, PlacementState, ProposalState, SharedItem
from register.people.models import User
from register.roles.grants import living_grants, take_role
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.register import counsellor, employee_of, leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON


class World:
    """A counsellor, a candidate who can sign in, an employer with a leader and an open place."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.worker = counsellor(session)
        self.person = make.candidate(session, self.worker, email="amina@eksempel.no")
        self.user = make.can_sign_in(session, self.person)
        self.employer = verified_organisation(session)
        self.leader = leader_of(session, self.employer)
        self.opening = published(session, self.employer, self.leader)
        self.people_page = f"/arbeidsgiver/{self.employer.orgnr}/kandidater"

    def propose(self) -> Proposal:
        return make.proposed(self.session, self.person, self.opening)


@pytest.fixture
def world(session: Session) -> World:
    return World(session)


def test_from_proposal_to_yes_and_what_the_employer_then_sees(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    keeper, young, boss = (open_browser().sign_in(one) for one in (world.worker, world.user, world.leader))
    keeper.get(f"/veileder/kandidater/{world.person.id}/plasser/{world.opening.id}")
    keeper.submit({"note": "Jeg tenkte på deg."}, button="Foreslå plassen")
    assert "Venter på svar fra kandidaten" in keeper.text
    boss.get(world.people_page)
    assert "Ingen å vise ennå" in boss.text

    young.get("/min-side/")
    assert "Medarbeider i kafé" in young.text
    proposal = session.scalars(select(Proposal)).one()
    young.get(f"/min-side/forslag/{proposal.id}")
    assert "Du har sagt at du liker mat og servering." in young.text
    assert "Jeg tenkte på deg." in young.text
    assert "De kan gi deg dette: én fast person å spørre." in young.text
    young.submit({"adaptations": ["one_contact"]}, button="Ja, jeg vil")
    assert "Du har sagt ja." in young.text

    boss.get(world.people_page)
    assert "Amina" in boss.text
    assert "Én fast person å spørre" in boss.text
    assert "90 00 00 01" not in boss.text, "the phone number was not shared"
    assert "amina@eksempel.no" not in str(boss.page)
    young.get("/min-side/hvem-har-sett")
    assert f"Lars Leder hos {world.employer.name} så det du deler med arbeidsgiveren" in young.text
    keeper.get(f"/veileder/kandidater/{world.person.id}/forslag/{proposal.id}")
    assert "Kandidaten har sagt ja" in keeper.text


def test_what_was_not_offered_cannot_be_shared(browser: PageClient, world: World) -> None:
    proposal = world.propose()
    browser.sign_in(world.user).get(f"/min-side/forslag/{proposal.id}")
    sent = {"shared": ["diagnosis", "phone"], "adaptations": ["quiet_place", "no_such"], "version": proposal.version}
    browser.post(f"/min-side/forslag/{proposal.id}/ja", sent)
    assert proposal.living_disclosure is not None
    assert proposal.living_disclosure.shared == ["first_name", "phone"]
    assert proposal.living_disclosure.adaptations == []


def test_nothing_is_ticked_for_the_candidate_beforehand(browser: PageClient, world: World) -> None:
    proposal = world.propose()
    browser.sign_in(world.user)
    browser.get(f"/min-side/forslag/{proposal.id}")
    assert browser.page.select("main input[type=checkbox]")
    assert browser.page.select("main input[checked]") == []


def test_before_the_yes_no_page_of_the_employer_knows_that_anybody_was_asked(
    open_browser: Callable[[], PageClient], world: World
) -> None:
    boss = open_browser().sign_in(world.leader)
    pages = (
        f"/arbeidsgiver/{world.employer.orgnr}/",
        world.people_page,
        f"/arbeidsgiver/{world.employer.orgnr}/plasseringer",
    )
    before = [str(boss.get(page).find("main")) for page in pages]
    proposal = world.propose()
    assert [_without_tokens(str(boss.get(page).find("main"))) for page in pages] == [
        _without_tokens(page) for page in before
    ]
    proposals.say_no(
        Act(world.session, None, NOON), proposal=proposal, reason=NoReason.HOURS, expected_version=proposal.version
    )
    assert [_without_tokens(str(boss.get(page).find("main"))) for page in pages] == [
        _without_tokens(page) for page in before
    ]
    assert _told(world.session, ProposalMail.CANDIDATE_ANSWERED) == {world.worker.email}
    boss.get(f"/arbeidsgiver/{world.employer.orgnr}/")
    boss.post(f"/arbeidsgiver/{world.employer.orgnr}/forslag/{proposal.id}/svar", {"svar": "ja"}, status=404)
    assert not world.session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == world.leader.email)).all()


def test_taking_the_yes_back_hides_the_candidate_at_once(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    proposal = make.said_yes(session, world.propose())
    boss, young = open_browser().sign_in(world.leader), open_browser().sign_in(world.user)
    assert "Amina" in boss.get(world.people_page).text
    young.get(f"/min-side/forslag/{proposal.id}")
    young.submit(button="Jeg har ombestemt meg")
    assert "Amina" not in boss.get(world.people_page).text
    assert "Ingen å vise ennå" in boss.text
    boss.post(f"/arbeidsgiver/{world.employer.orgnr}/forslag/{proposal.id}/svar", {"svar": "ja"}, status=404)
    disclosure = session.scalars(select(Disclosure)).one()
    assert disclosure.withdrawn_at is not None
    assert session.get_one(Proposal, proposal.id).state is ProposalState.WITHDRAWN


def test_taking_the_yes_back_also_stops_the_draft_of_an_agreement(world: World, session: Session) -> None:
    proposal = make.said_yes(session, world.propose())
    _employer_says_yes(session, world, proposal)
    proposals.take_back_yes(
        Act(session, proposal.candidate.user_id, NOON), proposal=proposal, expected_version=proposal.version
    )
    assert session.scalars(select(Placement)).one().state is PlacementState.CANCELLED
    assert proposal.state is ProposalState.WITHDRAWN
    assert session.scalars(select(Disclosure).where(Disclosure.withdrawn_at.is_(None))).all() == []


@pytest.mark.parametrize("act", ["withdraw", "close"])
def test_when_the_counsellor_withdraws_or_closes_the_employer_sees_nothing(
    browser: PageClient, world: World, session: Session, act: str
) -> None:
    proposal = make.said_yes(session, world.propose())
    if act == "withdraw":
        proposals.withdraw(Act(session, world.worker.id, NOON), proposal=proposal, expected_version=proposal.version)
    else:
        candidates.close(Act(session, world.worker.id, NOON), candidate=world.person)
    assert "Amina" not in browser.sign_in(world.leader).get(world.people_page).text


def test_closing_one_candidate_leaves_what_others_were_asked_as_it_is(world: World, session: Session) -> None:
    own, other = world.propose(), make.candidate(session, world.worker, first_name="Bo")
    theirs = make.proposed(session, other, world.opening)
    candidates.close(Act(session, world.worker.id, NOON), candidate=world.person)
    assert (own.state, theirs.state) == (ProposalState.WITHDRAWN, ProposalState.PROPOSED)


def test_only_leaders_see_candidates_and_each_look_is_logged_for_the_organisation(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    make.said_yes(session, world.propose())
    open_browser().sign_in(employee_of(session, world.employer)).get(world.people_page, status=403)
    other = verified_organisation(session, name="Annen bedrift AS")
    open_browser().sign_in(leader_of(session, other)).get(world.people_page, status=404)
    assert session.scalars(select(CandidateRead)).all() == []
    open_browser().sign_in(world.leader).get(world.people_page)
    read = session.scalars(select(CandidateRead)).one()
    assert (read.user_id, read.organisation_id, read.what, read.purpose) == (
        world.leader.id,
        world.employer.id,
        ReadWhat.DISCLOSED,
        ReadPurpose.ANSWER_YES,
    )


def test_another_employers_leader_never_sees_the_candidate_on_the_own_page(
    browser: PageClient, world: World, session: Session
) -> None:
    make.said_yes(session, world.propose())
    other = verified_organisation(session, name="Annen bedrift AS")
    browser.sign_in(leader_of(session, other))
    browser.get(f"/arbeidsgiver/{other.orgnr}/kandidater")
    assert "Amina" not in browser.text


def test_mails_say_that_something_happened_and_nothing_about_whom(world: World, session: Session) -> None:
    make.said_yes(session, world.propose())
    sent = session.scalars(select(OutboxMessage)).all()
    kinds = {(one.kind, one.recipient) for one in sent}
    assert (ProposalMail.PROPOSAL_MADE, "amina@eksempel.no") in kinds
    assert (ProposalMail.CANDIDATE_SAID_YES, world.leader.email) in kinds
    assert (ProposalMail.CANDIDATE_ANSWERED, world.worker.email) in kinds
    assert "Amina" not in json.dumps([one.params for one in sent])


def test_proposing_twice_makes_one_proposal(browser: PageClient, world: World, session: Session) -> None:
    browser.sign_in(world.worker)
    address = f"/veileder/kandidater/{world.person.id}/plasser/{world.opening.id}"
    form = browser.get(address)
    key = form.select_one("main input[name=submit_key]")
    assert key is not None
    for _ in range(2):
        browser.post(address, {"submit_key": key["value"], "note": "Hei", "override_reason": ""})
        assert "Venter på svar" in browser.text
    browser.post(address, {"submit_key": str(uuid4()), "note": "Hei igjen", "override_reason": ""})
    assert "Plassen er allerede foreslått" in browser.text
    assert session.scalar(select(func.count()).select_from(Proposal)) == 1
    with pytest.raises(AlreadyProposed):
        world.propose()


def test_the_database_itself_holds_one_living_proposal(world: World, session: Session) -> None:
    first = world.propose()
    session.add(
        Proposal(
            candidate_id=first.candidate_id,
            opening_id=first.opening_id,
            counsellor_id=first.counsellor_id,
            snapshot={},
            proposed_at=NOON,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()


def test_a_place_can_be_proposed_again_after_a_no(world: World, session: Session) -> None:
    first = world.propose()
    proposals.say_no(Act(session, None, NOON), proposal=first, reason=None, expected_version=first.version)
    assert world.propose().state is ProposalState.PROPOSED


def test_answers_in_two_tabs_the_second_is_told_and_the_first_stands(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    proposal = world.propose()
    one, two = open_browser().sign_in(world.user), open_browser().sign_in(world.user)
    for tab in (one, two):
        tab.get(f"/min-side/forslag/{proposal.id}")
    one.submit(button="Ja, jeg vil")
    two.submit(button="Nei takk")
    assert "Noen andre har lagret endringer" in two.text
    assert session.get_one(Proposal, proposal.id).state is ProposalState.CANDIDATE_YES
    one.get("/min-side/")
    assert "Du har sagt ja" in one.text


def test_whoever_acts_on_what_they_read_before_the_yes_is_told_and_the_yes_stands(
    world: World, session: Session
) -> None:
    proposal = world.propose()
    read = proposal.version
    make.said_yes(session, proposal)
    with pytest.raises(EditedMeanwhile):
        proposals.say_no(Act(session, None, NOON), proposal=proposal, reason=NoReason.HOURS, expected_version=read)
    with pytest.raises(EditedMeanwhile):
        proposals.withdraw(Act(session, world.worker.id, NOON), proposal=proposal, expected_version=read)
    assert proposal.state is ProposalState.CANDIDATE_YES
    assert proposal.living_disclosure is not None


def test_the_same_answer_twice_makes_one_disclosure(world: World, session: Session) -> None:
    proposal = world.propose()
    first, act = proposal.version, Act(session, None, NOON)
    for version in (first, first):
        proposals.say_yes(act, proposal=proposal, shared=(), adaptations=(), expected_version=version)
    assert session.scalar(select(func.count()).select_from(Disclosure)) == 1


def test_a_yes_in_a_second_tab_that_shares_less_is_told_that_more_is_shared(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    """Whoever thinks that the phone number is not shared, must not read «Så bra!»."""
    proposal = world.propose()
    one, two = open_browser().sign_in(world.user), open_browser().sign_in(world.user)
    for tab in (one, two):
        tab.get(f"/min-side/forslag/{proposal.id}")
    one.submit({"shared": ["phone"]}, button="Ja, jeg vil")
    assert "Så bra!" in one.text
    two.submit(button="Ja, jeg vil")
    assert "Så bra!" not in two.text
    assert "Noen andre har lagret endringer" in two.text
    assert "Du har sagt ja" in two.text
    living = session.get_one(Proposal, proposal.id).living_disclosure
    assert living is not None
    assert living.shared == ["first_name", "phone"]


def test_a_yes_shares_only_what_the_candidate_needs_and_ticked(world: World, session: Session) -> None:
    proposal = make.said_yes(
        session,
        world.propose(),
        shared=(SharedItem.ADAPTATIONS,),
        adaptations=(Adaptation.ONE_CONTACT, Adaptation.LIGHT_LIFTING),
    )
    disclosure = proposal.living_disclosure
    assert disclosure is not None
    assert disclosure.shared == ["adaptations", "first_name"]
    assert disclosure.adaptations == ["one_contact"], "nothing that the profile does not say can be shared"


def test_what_the_law_forbids_cannot_be_proposed_whatever_the_reason(world: World, session: Session) -> None:
    evening = published(
        session,
        shifts=(WeeklyShift(Weekday.SATURDAY, time(17), time(21), 30),),
        hours_per_week_min=3.5,
        hours_per_week_max=3.5,
    )
    pupil = make.candidate(session, world.worker, birth_date=date(2011, 3, 1), finished_year_10=False)
    with pytest.raises(NotLawful):
        make.proposed(session, pupil, evening)
    assert session.scalar(select(func.count()).select_from(Proposal)) == 0


def test_what_speaks_against_needs_a_reason_that_is_logged(browser: PageClient, world: World, session: Session) -> None:
    person = make.candidate(session, world.worker, first_name="Bo", kinds_wanted=frozenset({OpeningKind.SUMMER_JOB}))
    with pytest.raises(ReasonNeeded):
        proposals.propose(
            Act(session, world.worker.id, NOON), candidate=person, opening=world.opening, note="", override_reason=" "
        )
    browser.sign_in(world.worker)
    browser.get(f"/veileder/kandidater/{person.id}/plasser/{world.opening.id}")
    browser.submit({"note": "Prøv!"}, button="Foreslå plassen")
    assert "Skriv hvorfor du foreslår plassen" in browser.text
    assert "Prøv!" in str(browser.page)
    browser.submit({"override_reason": "Vi har snakket om det."}, button="Foreslå plassen")
    assert "Venter på svar fra kandidaten" in browser.text


def test_why_it_was_proposed_all_the_same_is_read_by_the_person_and_never_by_the_employer(
    open_browser: Callable[[], PageClient], world: World, session: Session
) -> None:
    person = make.candidate(session, world.worker, first_name="Bo", kinds_wanted=frozenset({OpeningKind.SUMMER_JOB}))
    proposal = proposals.propose(
        Act(session, world.worker.id, NOON),
        candidate=person,
        opening=world.opening,
        note="",
        override_reason="Vi prøver.",
    )
    make.said_yes(session, proposal)
    young, boss = open_browser().sign_in(make.can_sign_in(session, person)), open_browser().sign_in(world.leader)
    assert "Vi prøver." in young.get("/min-side/alt").get_text()
    for page in (world.people_page, f"/arbeidsgiver/{world.employer.orgnr}/forslag/{proposal.id}/nei"):
        told = boss.get(page).get_text()
        assert "Bo" in told
        assert "Vi prøver." not in told


def test_nothing_is_proposed_to_one_who_has_a_pause(world: World, session: Session) -> None:
    candidates.pause(Act(session, world.worker.id, NOON), candidate=world.person)
    with pytest.raises(CandidateNotActive):
        world.propose()


def test_a_yes_to_a_place_that_is_full_is_refused_and_nothing_is_shared(world: World, session: Session) -> None:
    proposal = world.propose()
    other = make.said_yes(
        session, make.proposed(session, make.candidate(session, world.worker, first_name="Bo"), world.opening)
    )
    placement = _employer_says_yes(session, world, other)
    move(Act(session, world.worker.id, NOON), placement, PlacementState.AGREED)
    placement.agreed_at = NOON
    session.flush()
    with pytest.raises(OpeningNotOpen):
        make.said_yes(session, proposal)
    assert proposal.living_disclosure is None


def test_closing_a_place_ends_what_waits_and_lets_an_agreement_on_its_way_go_on(world: World, session: Session) -> None:
    agreed = make.said_yes(session, world.propose())
    waiting = make.said_yes(
        session, make.proposed(session, make.candidate(session, world.worker, first_name="Bo"), world.opening)
    )
    _employer_says_yes(session, world, agreed)
    openings.close(Act(session, world.leader.id, NOON), world.opening)
    assert waiting.state is ProposalState.LAPSED
    assert waiting.living_disclosure is None
    assert agreed.state is ProposalState.EMPLOYER_YES
    assert agreed.living_disclosure is not None
    told = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == ProposalMail.PROPOSAL_LAPSED))
    assert [(one.recipient, one.params["proposal_id"]) for one in told] == [(world.worker.email, str(waiting.id))]


def test_who_has_the_candidate_now_is_told_of_an_answer_and_nobody_who_has_left(world: World, session: Session) -> None:
    proposal, office = world.propose(), world.person.nav_office
    colleague = counsellor(session, office, "Kari Kollega")
    caseload.assign(Act(session, world.worker.id, NOON), candidate=world.person, counsellor_id=colleague.id)
    make.said_yes(session, proposal)
    assert _told(session, ProposalMail.CANDIDATE_ANSWERED) == {colleague.email}
    [grant] = living_grants(session, user_id=colleague.id)
    take_role(Act(session, None, NOON), grant_id=grant.id)
    openings.close(Act(session, world.leader.id, NOON), world.opening)
    assert _told(session, ProposalMail.PROPOSAL_LAPSED) == {world.worker.email}, "the office, where nobody has them"


def _told(session: Session, kind: ProposalMail) -> set[str]:
    return set(session.scalars(select(OutboxMessage.recipient).where(OutboxMessage.kind == kind)))


def _employer_says_yes(session: Session, world: World, proposal: Proposal) -> Placement:
    placement = employer_answers.answer_as_employer(
        Act(session, world.leader.id, NOON), proposal=proposal, wants_to=True, coordinator_id=world.worker.id
    )
    assert placement is not None
    return placement


def test_the_reasons_stay_as_they_were_when_the_place_was_proposed(world: World, session: Session) -> None:
    proposal = world.propose()
    score = proposal.snapshot["score"]
    assert score == sum(one["points"] or 0 for one in proposal.snapshot["reasons"])
    candidates.change(
        Act(session, world.worker.id, NOON),
        candidate=world.person,
        profile=make.profile(interests=None),
        expected_version=world.person.version,
    )
    session.expire(proposal)
    assert proposal.snapshot["score"] == score
    assert {"rules", "weights", "candidate_version", "opening_version"} <= proposal.snapshot.keys()
    assert proposal.snapshot["weights_fingerprint"] == score_weights().fingerprint


def test_a_candidate_finds_only_the_own_proposals(browser: PageClient, world: World, session: Session) -> None:
    proposal = world.propose()
    other = make.can_sign_in(session, make.candidate(session, world.worker, first_name="Bo"))
    browser.sign_in(other)
    browser.get(f"/min-side/forslag/{proposal.id}", status=404)
    for act in ("ja", "nei", "angre"):
        browser.post(f"/min-side/forslag/{proposal.id}/{act}", {"version": "1"}, status=404)
    assert session.get_one(Proposal, proposal.id).state is ProposalState.PROPOSED


def test_candidates_correct_their_own_wishes_take_a_pause_and_take_their_data_along(
    browser: PageClient, world: World, session: Session
) -> None:
    make.said_yes(session, world.propose())
    browser.sign_in(world.user)
    browser.get("/min-side/om-meg/endre")
    browser.submit(
        {"wishes": "Jeg vil jobbe med mat", "interests": ["food_and_serving", "shop"]}, button="Lagre og avslutt"
    )
    assert "Jeg vil jobbe med mat" in browser.text
    kept = session.get_one(Candidate, world.person.id)
    assert kept.confirmed_at == NOON
    assert kept.skills == ["talk_to_people"], "what the form does not ask stays"
    browser.submit(button="Ta en pause")
    assert session.get_one(Candidate, world.person.id).paused_at is not None
    browser.client.get("/min-side/mine-data.json")
    answer = browser.client.get("/min-side/mine-data.json")
    data = json.loads(answer.text)
    assert data["profile"]["wishes"] == "Jeg vil jobbe med mat"
    assert data["proposals"][0]["shared"][0]["adaptations"] == ["one_contact"]
    assert answer.headers["Content-Disposition"] == "attachment; filename=mine-data.json"


def test_pages_of_candidates_are_for_candidates(browser: PageClient, world: World, session: Session) -> None:
    for user in (world.leader, world.worker):
        browser.sign_in(session.get_one(User, user.id))
        browser.get("/min-side/", status=403)


def _without_tokens(markup: str) -> str:
    return re.sub(r'value="[^"]{40,}"', "", markup)
