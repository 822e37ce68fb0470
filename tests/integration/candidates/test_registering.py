"""Registering a candidate, correcting what is written, and who may see it."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile, NotFound
from matching.candidates import caseload
from matching.candidates import life as candidates
from matching.candidates.errors import CandidateProtected, NotACounsellorHere, OutsideAgeGroup
from matching.catalogue.choices import InterestArea, Weekday
from matching.disclosures.models import CandidateRead
from matching.doors import codes as sign_in_codes
from matching.records.errors import CandidateNotActive
from matching.records.profiles import profile_of
from matching.records.tables.candidate import Candidate
from matching.records.types import PlacementState
from register.roles.grants import give_role, living_grants, take_role
from register.roles.types import Role
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.placements import trio
from tests.factories.register import counsellor, office
from tests.support.client import PageClient
from tests.support.world import NOON, SECRET


def test_a_counsellor_registers_a_candidate_and_fills_in_the_rest(browser: PageClient, session: Session) -> None:
    browser.sign_in(counsellor(session))
    browser.get("/veileder/kandidater/ny")
    browser.submit({"protected": "no"}, button="Gå videre")
    browser.submit(
        {"first_name": "Amina", "birth_date": "2007-03-14", "municipality_number": "3205"}, button="Registrer"
    )
    assert browser.address.endswith("/rediger/hvem")
    browser.submit(button="Lagre og gå videre")
    browser.submit({"interests": ["food_and_serving"]}, button="Lagre og gå videre")
    browser.submit({"hours_per_week_max": "20", "days": ["monday", "friday"]}, button="Lagre")
    kept = profile_of(session.scalars(select(Candidate)).one())
    assert kept.interests == frozenset({InterestArea.FOOD_AND_SERVING})
    assert kept.days == frozenset({Weekday.MONDAY, Weekday.FRIDAY})
    assert kept.hours_per_week_max == 20
    assert kept.skills is None, "what nobody has asked about is unknown, not empty"
    assert kept.finished_year_10 is None
    assert "Amina" in browser.text


def test_sending_the_registration_twice_makes_one_candidate(browser: PageClient, session: Session) -> None:
    browser.sign_in(counsellor(session))
    browser.get("/veileder/kandidater/ny")
    browser.submit({"protected": "no"}, button="Gå videre")
    form = browser.page
    values = {"first_name": "Amina", "birth_date": "2007-03-14", "municipality_number": "3205"}
    browser.submit(values, button="Registrer")
    key = form.find("input", attrs={"name": "submit_key"})["value"]  # type: ignore[index]
    office_id = form.find("select", attrs={"name": "office"}).find("option")["value"]  # type: ignore[union-attr,index]
    browser.post(
        "/veileder/kandidater/ny/opplysninger",
        {**values, "submit_key": key, "office": office_id, "finished_year_10": ""},
    )
    assert session.scalar(select(func.count()).select_from(Candidate)) == 1
    assert browser.address.endswith("/rediger/hvem")


def test_the_question_of_protection_cannot_be_passed_by(browser: PageClient, session: Session) -> None:
    browser.sign_in(counsellor(session))
    browser.get("/veileder/kandidater/ny/opplysninger")
    assert "adressesperre" in browser.text
    browser.submit({"protected": "no"}, button="Gå videre")
    values = {"first_name": "Amina", "birth_date": "2007-03-14", "municipality_number": "3205"}
    browser.submit(values, button="Registrer")
    browser.get("/veileder/kandidater/ny/opplysninger")
    assert "adressesperre" in browser.text, "the next person is asked about anew"


def test_a_national_identity_number_is_never_kept(browser: PageClient, session: Session) -> None:
    browser.sign_in(counsellor(session)).get("/veileder/kandidater/ny")
    browser.submit({"protected": "no"}, button="Gå videre")
    values = {"first_name": "010108 12345", "birth_date": "2007-03-14", "municipality_number": "3205"}
    browser.submit(values, button="Registrer")
    assert "ligner et fødselsnummer" in browser.text
    assert session.scalar(select(func.count()).select_from(Candidate)) == 0


def test_a_protected_person_leaves_no_trace(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    browser.sign_in(worker)
    events = session.scalar(select(func.count()).select_from(AuditEvent))
    browser.get("/veileder/kandidater/ny")
    browser.submit({"protected": "yes"}, button="Gå videre")
    assert "kan ikke registreres" in browser.text
    with pytest.raises(CandidateProtected):
        candidates.register(
            Act(session, worker.id, NOON), nav_office_id=office(session).id, protected=True, profile=make.profile()
        )
    assert session.scalar(select(func.count()).select_from(Candidate)) == 0
    assert session.scalar(select(func.count()).select_from(CandidateRead)) == 0
    assert session.scalar(select(func.count()).select_from(AuditEvent)) == events


@pytest.mark.parametrize("born", [date(2012, 11, 24), date(2001, 11, 23)])
def test_only_people_from_15_to_24_are_registered(session: Session, born: date) -> None:
    with pytest.raises(OutsideAgeGroup):
        make.candidate(session, birth_date=born)


def test_the_ages_at_both_ends_are_registered(session: Session) -> None:
    worker = counsellor(session)
    assert make.candidate(session, worker, birth_date=date(2011, 11, 23)).id
    assert make.candidate(session, worker, birth_date=date(2001, 11, 24)).id


def test_the_second_of_two_who_edit_is_told(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/rediger")
    candidates.change(
        Act(session, worker.id, NOON),
        candidate=person,
        profile=make.profile(first_name="Mina"),
        expected_version=person.version,
    )
    browser.submit({"first_name": "Anna"}, button="Lagre")
    assert "Hva kandidaten vil bli kalt Lagret nå: Mina Hos deg: Anna" in browser.text
    assert "Anna" in str(browser.page)
    assert session.get_one(Candidate, person.id).first_name == "Mina"
    with pytest.raises(EditedMeanwhile):
        candidates.change(Act(session, worker.id, NOON), candidate=person, profile=make.profile(), expected_version=1)


def test_answers_that_contradict_each_other_are_pointed_out_and_kept(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/rediger/tid-og-reise")
    browser.submit({"hours_per_week_min": "30", "hours_per_week_max": "10", "earliest_start": "07:45"}, button="Lagre")
    assert "Det høyeste tallet må være minst like stort" in browser.text
    assert "07:45" in str(browser.page)


def test_the_log_says_which_fields_changed_and_never_their_values(session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    candidates.change(
        Act(session, worker.id, NOON),
        candidate=person,
        profile=make.profile(wishes="Vil jobbe med hester"),
        expected_version=person.version,
    )
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "candidate.changed")).one()
    assert event.details == {"fields": ["wishes"]}


def test_a_colleague_in_the_office_stands_in_and_a_foreign_office_finds_nothing(
    open_browser: Callable[[], PageClient], session: Session
) -> None:
    own = counsellor(session)
    person = make.candidate(session, own)
    colleague = open_browser().sign_in(counsellor(session, name="Kollega Kollegasen"))
    colleague.get("/veileder/kontoret")
    assert "Amina" in colleague.text
    colleague.get("/veileder/")
    assert "Amina" not in colleague.text
    stranger = open_browser().sign_in(counsellor(session, office(session, "0219"), name="Fremmed Fremmedsen"))
    stranger.get("/veileder/kontoret")
    assert "Amina" not in stranger.text
    for page in ("", "/rediger", "/kode", "/plasser", "/veileder", "/avslutt"):
        stranger.get(f"/veileder/kandidater/{person.id}{page}", status=404)
        foreign = stranger.page.find("main")
        stranger.get(f"/veileder/kandidater/{uuid4()}{page}", status=404)
        assert _without_reference(stranger.page.find("main")) == _without_reference(foreign), "they look the same"


def test_each_candidate_has_one_coordinator_of_the_own_office(session: Session) -> None:
    own, colleague = counsellor(session), counsellor(session, name="Kollega Kollegasen")
    stranger = counsellor(session, office(session, "0219"), name="Fremmed Fremmedsen")
    person = make.candidate(session, own)
    caseload.assign(Act(session, own.id, NOON), candidate=person, counsellor_id=colleague.id)
    entry = caseload.current_entry(session, person.id)
    assert entry is not None
    assert entry.counsellor_id == colleague.id
    with pytest.raises(NotACounsellorHere):
        caseload.assign(Act(session, own.id, NOON), candidate=person, counsellor_id=stranger.id)


def test_what_is_done_with_a_candidate_looks_at_them_as_they_are_now(session: Session) -> None:
    person = make.candidate(session)
    keeper, colleague = make.keeper_of(session, person), counsellor(session, name="Kollega Kollegasen")
    make.can_sign_in(session, person)
    act = Act(session, keeper.id, NOON)
    for do in (candidates.pause, candidates.resume, partial(caseload.assign, counsellor_id=colleague.id)):
        _set_elsewhere(session, person, closed_at=NOON)
        with pytest.raises(CandidateNotActive):
            do(act, candidate=person)
        _set_elsewhere(session, person, closed_at=None)
        session.refresh(person)
    nobody = dict.fromkeys(("user_id", "birth_date", "municipality_number", "phone", "email"))
    _set_elsewhere(session, person, closed_at=NOON, forgotten_at=NOON, first_name="", wishes="", **nobody)
    with pytest.raises(NotFound):
        sign_in_codes.make_code(act, candidate=person, key=SECRET)


def _set_elsewhere(session: Session, person: Candidate, **values: object) -> None:
    """As another request does it after this one has read the candidate."""
    changed = update(Candidate).where(Candidate.id == person.id).values(**values)
    session.execute(changed.execution_options(synchronize_session=False))


def test_closing_ends_coordination_and_hides_the_candidate(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    make.can_sign_in(session, person)
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/avslutt")
    browser.submit(button="Avslutt")
    assert "Amina" not in browser.text
    kept = session.get_one(Candidate, person.id)
    assert kept.closed_at is not None
    assert kept.user is not None
    assert kept.user.closed_at is None, "who has left can see, take along and delete what is kept"
    assert caseload.current_entry(session, person.id) is None


def test_nothing_more_is_written_about_a_candidate_who_has_left(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    worker = make.keeper_of(session, person)
    browser.sign_in(worker).get(f"/veileder/kandidater/{person.id}/rediger")
    candidates.close(Act(session, worker.id, NOON), candidate=person)
    for post in (
        lambda: browser.submit({"first_name": "Noen"}, button="Lagre"),
        lambda: browser.post(f"/veileder/kandidater/{person.id}/veileder", {"counsellor": str(worker.id)}),
        lambda: browser.post(f"/veileder/kandidater/{person.id}/pause", {}),
    ):
        post()
        assert "Kandidaten har pause eller deltar ikke lenger." in browser.text, browser.address
    assert person.first_name == "Amina"
    assert person.paused_at is None
    assert caseload.current_entry(session, person.id) is None


def _without_reference(main: object) -> str:
    """Each error page has a number of its own, to be quoted to support."""
    return re.sub(r"[0-9a-f]{12}", "", str(main))


def test_a_counsellor_who_has_left_an_office_sees_none_of_its_candidates(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    person, place = make.candidate(session, worker), published(session)
    for grant in living_grants(session, user_id=worker.id):
        take_role(Act(session, None, NOON), grant_id=grant.id)
    give_role(Act(session, None, NOON), user=worker, role=Role.COUNSELLOR, nav_office_id=office(session, "0219").id)
    session.commit()
    browser.sign_in(worker)
    for address in ("/veileder/", "/veileder/kontoret", f"/veileder/plasser/{place.id}"):
        browser.get(address)
        assert person.first_name not in browser.text


def test_a_candidate_with_a_draft_of_an_agreement_can_be_closed(browser: PageClient, session: Session) -> None:
    story = trio(session).begin()
    session.commit()
    browser.sign_in(story.worker).get(f"/veileder/kandidater/{story.person.id}/avslutt")
    browser.submit(button="Avslutt")
    session.expire_all()
    assert story.person.closed_at is not None
    assert story.placement.state is PlacementState.CANCELLED
    assert story.proposal.living_disclosure is None
