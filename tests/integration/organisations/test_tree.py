"""A municipality of three levels: all its workplaces are found, and a ledd can be an employer of its own."""

from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.organisations import jobs
from app.organisations.jobs import read_trees
from ground.act import Act
from ground.outbox import OutboxMessage
from matching.records.types import PlacementState, ProposalState
from register.joining.mails import JoiningMail
from register.joining.registration import register_organisation
from register.joining.tree import TRIES_BEFORE_LEAVING_OUT, start_reading, take_all
from register.joining.waiting import LONGEST_PAUSE
from register.organisations.business_register import (
    NoAnswer,
    PageBelow,
    Refused,
    RegisteredBranch,
    RegisteredUnit,
    RegisteredWorkplace,
)
from register.organisations.models import Organisation, TreeReading
from register.organisations.queries import open_workplaces
from register.organisations.types import Listed, RefusalReason, Trouble
from register.roles.types import Role
from tests.factories import openings as places
from tests.factories.placements import trio
from tests.factories.register import leader_of, organisation_numbers, person, person_with_role, unit, workplaces_of
from tests.support.client import PageClient
from tests.support.world import NOON, KnownUnits, StoppedClock


@dataclass(frozen=True)
class Municipality:
    """The whole, a ledd of it, and a school below that; each has workplaces of its own."""

    whole: RegisteredUnit
    education: RegisteredUnit
    school: RegisteredUnit
    workplaces: dict[str, tuple[RegisteredWorkplace, ...]]


@pytest.fixture
def municipality(business_register: KnownUnits) -> Municipality:
    whole = unit(name="Lysåsen kommune", form_code="KOMM")
    education = unit(name="Lysåsen oppvekst", form_code="ORGL", parent_orgnr=whole.orgnr)
    school = unit(name="Tjernlia skole", form_code="ORGL", parent_orgnr=education.orgnr)
    below = {one.orgnr: workplaces_of(one.name, n) for one, n in ((whole, 1), (education, 2), (school, 3))}
    business_register.put(whole, workplaces=below[whole.orgnr], branches=[education])
    business_register.put(education, workplaces=below[education.orgnr], branches=[school])
    business_register.put(school, workplaces=below[school.orgnr])
    return Municipality(whole, education, school, below)


@pytest.fixture
def read(app: Flask, session: Session, clock: StoppedClock) -> "Reader":
    return Reader(app, session, clock)


@dataclass
class Reader:
    """Runs the job until nothing is due."""

    app: Flask
    session: Session
    clock: StoppedClock

    def __call__(self) -> None:
        self.session.commit()
        self.clock.forward(minutes=2)
        with self.app.app_context():
            while read_trees():
                pass
        self.session.expire_all()


def register(session: Session, answer: RegisteredUnit, *, leader: bool = True) -> Organisation:
    act = Act(session, person(session).id, NOON)
    organisation = register_organisation(act, typed_number=answer.orgnr, answer=answer)
    if leader:
        leader_of(session, organisation)
    return organisation


def names(session: Session, organisation: Organisation) -> set[str]:
    return {place.name for place in open_workplaces(session, organisation.id)}


def named(municipality: Municipality, *units: RegisteredUnit) -> set[str]:
    return {place.name for one in units for place in municipality.workplaces[one.orgnr]}


def mailed(session: Session) -> list[tuple[str, str]]:
    kinds = (JoiningMail.WORKPLACES_HANDED_OVER, JoiningMail.WORKPLACES_TAKEN_OVER)
    rows = session.execute(
        select(OutboxMessage.kind, OutboxMessage.recipient).where(OutboxMessage.kind.in_(kinds))
    ).all()
    return [(row.kind, row.recipient) for row in rows]


def test_the_whole_finds_the_workplaces_of_every_level(
    session: Session, municipality: Municipality, read: Reader
) -> None:
    whole = register(session, municipality.whole)
    read()
    assert names(session, whole) == named(municipality, municipality.whole, municipality.education, municipality.school)
    above = {place.branch_orgnr for place in open_workplaces(session, whole.id)}
    assert above == {municipality.whole.orgnr, municipality.education.orgnr, municipality.school.orgnr}
    assert whole.legal_orgnr == whole.orgnr


def test_a_ledd_has_its_own_workplaces_and_knows_its_legal_entity(
    session: Session, municipality: Municipality, read: Reader
) -> None:
    school = register(session, municipality.school)
    read()
    assert names(session, school) == named(municipality, municipality.school)
    assert (school.legal_orgnr, school.legal_name) == (municipality.whole.orgnr, "Lysåsen kommune")


def test_the_whole_takes_what_no_registered_ledd_has(
    session: Session, municipality: Municipality, read: Reader
) -> None:
    school = register(session, municipality.school)
    read()
    whole = register(session, municipality.whole)
    read()
    assert names(session, school) == named(municipality, municipality.school)
    assert names(session, whole) == named(municipality, municipality.whole, municipality.education)
    assert mailed(session) == []


def test_when_a_ledd_registers_later_its_workplaces_pass_and_both_are_told_once(
    browser: PageClient, session: Session, municipality: Municipality, read: Reader
) -> None:
    whole = register(session, municipality.whole)
    read()
    school = register(session, municipality.school, leader=False)
    read()
    assert names(session, school) == set()
    leader = leader_of(session, school, "Siri Skoleleder")
    read()
    assert names(session, school) == named(municipality, municipality.school)
    assert names(session, whole) == named(municipality, municipality.whole, municipality.education)
    [given] = [to for kind, to in mailed(session) if kind == JoiningMail.WORKPLACES_HANDED_OVER]
    assert [to for kind, to in mailed(session) if kind == JoiningMail.WORKPLACES_TAKEN_OVER] == [leader.email]
    assert given != leader.email
    browser.sign_in(leader).get(f"/arbeidsgiver/{school.orgnr}/arbeidssteder")
    assert "Tjernlia skole avd 1 kom fra Lysåsen kommune." in browser.text
    browser.sign_in(leader_of(session, whole)).get(f"/arbeidsgiver/{whole.orgnr}/arbeidssteder")
    assert "Tjernlia skole avd 1 gikk over til Tjernlia skole." in browser.text


def test_a_ledd_without_a_confirmed_leader_takes_nothing_and_is_told_why(
    browser: PageClient, session: Session, municipality: Municipality, read: Reader
) -> None:
    whole = register(session, municipality.whole)
    read()
    stranger = person(session, "Fremmed Fremmedsen")
    school = register_organisation(
        Act(session, stranger.id, NOON), typed_number=municipality.school.orgnr, answer=municipality.school
    )
    read()
    assert named(municipality, municipality.school) <= names(session, whole)
    assert mailed(session) == []
    browser.sign_in(stranger).get(f"/arbeidsgiver/{school.orgnr}/arbeidssteder")
    assert "når fylkeskommunen har bekreftet en leder hos dere" in browser.text


def test_a_ledd_without_a_leader_holds_nothing_against_the_whole(
    session: Session, municipality: Municipality, read: Reader
) -> None:
    school = register(session, municipality.school, leader=False)
    read()
    assert names(session, school) == named(municipality, municipality.school)
    whole = register(session, municipality.whole)
    read()
    assert named(municipality, municipality.school) <= names(session, whole)
    assert names(session, school) == set()


def test_places_and_agreements_go_with_the_workplace_and_nothing_is_stopped(
    browser: PageClient, session: Session, municipality: Municipality, read: Reader
) -> None:
    whole = register(session, municipality.whole)
    read()
    story = trio(session).agree().start()
    at_school = next(place for place in whole.workplaces if place.name == "Tjernlia skole avd 1")
    story.opening.organisation, story.opening.workplace = whole, at_school
    draft = places.drafted(session, whole, workplace_id=at_school.id)
    elsewhere = places.drafted(session, whole, workplace_id=whole.workplaces[0].id)
    school = register(session, municipality.school, leader=False)
    leader = leader_of(session, school, "Siri Skoleleder")
    read()
    assert {story.opening.organisation_id, draft.organisation_id} == {school.id}
    assert elsewhere.organisation_id == whole.id
    assert (story.placement.state, story.proposal.state) == (PlacementState.STARTED, ProposalState.PLACED)
    browser.sign_in(leader).get(f"/arbeidsgiver/{school.orgnr}/")
    browser.get(f"/arbeidsgiver/{school.orgnr}/plasseringer")
    assert story.person.first_name in browser.text


@pytest.mark.parametrize(("same", "state"), [(True, ProposalState.CANDIDATE_YES), (False, ProposalState.LAPSED)])
def test_a_yes_stands_within_a_legal_entity_and_not_with_a_new_owner(
    session: Session,
    business_register: KnownUnits,
    municipality: Municipality,
    read: Reader,
    same: bool,
    state: ProposalState,
) -> None:
    whole = register(session, municipality.whole)
    read()
    story = trio(session)
    story.opening.organisation = whole
    story.opening.workplace = next(one for one in whole.workplaces if one.name == "Tjernlia skole avd 1")
    taker = municipality.school
    if not same:
        taker = unit(name="Tjernlia friskole AS")
        business_register.put(taker, workplaces=municipality.workplaces[municipality.school.orgnr])
    organisation = register(session, taker)
    read()
    assert story.opening.organisation_id == organisation.id
    assert story.proposal.state is state


def test_what_a_ledd_is_about_to_take_is_not_closed_meanwhile(
    session: Session, clock: StoppedClock, business_register: KnownUnits, municipality: Municipality, read: Reader
) -> None:
    whole = register(session, municipality.whole)
    read()
    business_register.pages[municipality.education.orgnr, Listed.WORKPLACES] = [NoAnswer(Trouble.SILENT)]
    register(session, municipality.education)
    start_reading(Act(session, None, clock.now()), whole)
    read()
    assert len(names(session, whole)) == 6


def test_a_ledd_that_registers_while_the_whole_is_read_keeps_what_it_has(
    app: Flask, session: Session, municipality: Municipality, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = register(session, municipality.whole)
    session.commit()
    monkeypatch.setattr(jobs, "QUESTIONS_A_RUN", 4)
    with app.app_context():
        assert read_trees() == 4  # the whole and the ledd below it; the school stands in the queue
    school = register(session, municipality.school)
    take_all(Act(session, None, NOON), school, municipality.workplaces[municipality.school.orgnr])
    read()
    assert names(session, school) == named(municipality, municipality.school)
    assert names(session, whole) == named(municipality, municipality.whole, municipality.education)


def test_ledd_that_go_round_in_circles_are_read_once(
    session: Session, business_register: KnownUnits, municipality: Municipality, read: Reader
) -> None:
    back = RegisteredBranch(municipality.whole.orgnr, "Lysåsen kommune")
    again = RegisteredBranch(municipality.education.orgnr, "Lysåsen oppvekst")
    business_register.pages[municipality.school.orgnr, Listed.BRANCHES] = [PageBelow(branches=(back, again))]
    whole = register(session, municipality.whole)
    read()
    assert len(names(session, whole)) == 6
    assert session.scalars(select(TreeReading.finished_at)).one() is not None


def test_pages_are_taken_one_by_one_and_one_that_fails_changes_nothing_and_stops_nothing(
    browser: PageClient,
    session: Session,
    clock: StoppedClock,
    business_register: KnownUnits,
    municipality: Municipality,
    read: Reader,
) -> None:
    first, second = workplaces_of("Stor", 2), workplaces_of("Større", 2)
    where = municipality.whole.orgnr, Listed.WORKPLACES
    business_register.pages[where] = [PageBelow(workplaces=first), NoAnswer(Trouble.SILENT)]
    whole = register(session, municipality.whole)
    leader = leader_of(session, whole)
    for _ in range(3):
        clock.at += LONGEST_PAUSE
        read()
    assert len(names(session, whole)) == 2 + 5
    browser.sign_in(leader).get(f"/arbeidsgiver/{whole.orgnr}/arbeidssteder")
    assert "7 arbeidssteder er funnet så langt" in browser.text
    assert "Enhetsregisteret svarer ikke." in browser.text
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/virksomheter/venter")
    assert "Lysåsen kommune" in browser.text
    business_register.pages[where][1] = PageBelow(workplaces=second)
    clock.at += LONGEST_PAUSE
    read()
    assert len(names(session, whole)) == 4 + 5
    assert session.scalars(select(TreeReading.trouble)).one() is None


def test_a_list_that_never_answers_is_left_out_and_closes_nothing(
    session: Session,
    clock: StoppedClock,
    business_register: KnownUnits,
    municipality: Municipality,
    read: Reader,
) -> None:
    whole = register(session, municipality.whole)
    read()
    business_register.pages[municipality.school.orgnr, Listed.WORKPLACES] = [NoAnswer(Trouble.UNREADABLE)]
    clock.forward(hours=1)
    start_reading(Act(session, None, clock.now()), whole)
    for _ in range(TRIES_BEFORE_LEAVING_OUT):
        clock.at += LONGEST_PAUSE
        read()
    reading = session.scalars(select(TreeReading)).one()
    assert reading.finished_at is not None
    assert (reading.whole, reading.trouble) == (False, Trouble.UNREADABLE)
    assert len(names(session, whole)) == 6


def test_one_reading_in_trouble_stands_in_nobodys_way(
    session: Session, business_register: KnownUnits, municipality: Municipality, read: Reader
) -> None:
    bad = unit(name="Aller først AS")
    business_register.put(bad)
    business_register.pages[bad.orgnr, Listed.WORKPLACES] = [NoAnswer(Trouble.UNREADABLE)]
    business_register.pages[bad.orgnr, Listed.BRANCHES] = [NoAnswer(Trouble.UNREADABLE)]
    register(session, bad)
    whole = register(session, municipality.whole)
    read()
    assert len(names(session, whole)) == 6


@pytest.mark.parametrize(("choice", "chosen"), [("school", "Tjernlia skole"), ("whole", "Lysåsen kommune")])
def test_whoever_types_the_number_of_a_ledd_chooses_it_or_the_whole(
    browser: PageClient, session: Session, municipality: Municipality, choice: str, chosen: str
) -> None:
    browser.sign_in(person(session)).get(f"/arbeidsgiver/registrer?orgnr={municipality.school.orgnr}")
    assert "Bare leddet: Tjernlia skole" in browser.text
    browser.submit({"position": "Rektor"}, button="Registrer virksomheten")
    assert "Velg om du vil registrere bare leddet" in browser.text
    number = getattr(municipality, choice).orgnr
    browser.submit({"position": "Rektor", "scope": number}, button="Registrer virksomheten")
    assert browser.address == f"/arbeidsgiver/{number}/"
    assert session.scalars(select(Organisation.name)).all() == [chosen]


def test_a_school_that_is_an_underenhet_leads_to_its_ledd_and_on_to_the_choice(
    browser: PageClient, session: Session, business_register: KnownUnits, municipality: Municipality
) -> None:
    place = municipality.workplaces[municipality.school.orgnr][0]
    business_register.answers[place.orgnr] = Refused(RefusalReason.IS_WORKPLACE, place.name, municipality.school.orgnr)
    browser.sign_in(person(session)).get(f"/arbeidsgiver/registrer?orgnr={place.orgnr}")
    link = browser.page.find("a", string="Bruk dette nummeret")
    browser.get(str(link["href"]))  # type: ignore[index]  # bs4 is loosely typed
    assert "Hele virksomheten: Lysåsen kommune" in browser.text


def test_where_the_whole_is_registered_only_the_ledd_is_offered(
    browser: PageClient, session: Session, municipality: Municipality
) -> None:
    register(session, municipality.whole)
    browser.sign_in(person(session)).get(f"/arbeidsgiver/registrer?orgnr={municipality.school.orgnr}")
    assert "Lysåsen kommune er registrert i Plass fra før" in browser.text
    browser.submit({"position": "Rektor"}, button="Registrer virksomheten")
    assert browser.address == f"/arbeidsgiver/{municipality.school.orgnr}/"


def test_while_the_register_is_silent_about_what_is_above_the_ledd_can_be_registered(
    browser: PageClient, session: Session, business_register: KnownUnits, municipality: Municipality
) -> None:
    business_register.answers[municipality.education.orgnr] = NoAnswer(Trouble.SILENT)
    browser.sign_in(person(session)).get(f"/arbeidsgiver/registrer?orgnr={municipality.school.orgnr}")
    assert "så du kan bare registrere leddet" in browser.text
    browser.submit({"position": "Rektor"}, button="Registrer virksomheten")
    assert browser.address == f"/arbeidsgiver/{municipality.school.orgnr}/"


def test_the_county_finds_the_employers_of_a_legal_entity_by_its_number(
    browser: PageClient, session: Session, municipality: Municipality, read: Reader
) -> None:
    school = register(session, municipality.school)
    read()
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    browser.get(f"/fylket/virksomheter?q={municipality.whole.orgnr}")
    assert "Tjernlia skole" in browser.text
    register(session, municipality.whole)
    browser.get(f"/fylket/virksomheter/{school.orgnr}")
    assert "Lysåsen kommune" in browser.text


def test_a_foreign_number_in_the_choice_registers_what_it_says_and_nothing_else(
    browser: PageClient, session: Session, municipality: Municipality
) -> None:
    browser.sign_in(person(session)).get(f"/arbeidsgiver/registrer?orgnr={municipality.school.orgnr}")
    browser.submit({"position": "Rektor", "scope": organisation_numbers()}, button="Registrer virksomheten")
    assert session.scalars(select(Organisation)).all() == []
