"""What the rules answer with, on pages: a sentence once, and the names of what it is about as links to questions."""

from datetime import timedelta

import pytest
from bs4 import Tag
from sqlalchemy.orm import Session

from certification.cases.answers import Claim
from certification.cases.findings import Found
from certification.cases.tables.assessment import Assessment
from certification.criteria.types import AnswerValue, FindingValue
from ground.act import Act
from register.people.models import User
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON

EQUALITY = "Likestilling og mangfold"


@pytest.fixture
def certifier(session: Session) -> User:
    return person_with_role(session, Role.CERTIFIER)


def lines(browser: PageClient, sentence: str) -> list[Tag]:
    """The lines on the page that say this."""
    return [line for line in browser.page.select("main .missing > li") if sentence in " ".join(line.text.split())]


def links(line: Tag) -> dict[str, str]:
    return {link.get_text(strip=True): str(link["href"]) for link in line.select("a")}


def answering(session: Session) -> tuple[Assessment, User, str]:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    case = make.answering_case(session, organisation, leader)
    return case, leader, f"/arbeidsgiver/{organisation.orgnr}/sak"


def test_what_is_not_answered_is_said_once_above_the_names(session: Session, browser: PageClient) -> None:
    case, leader, here = answering(session)
    act = Act(session, leader.id, NOON)
    make.save_answer(act, case, criterion_id="GRU-1", claim=Claim(AnswerValue.MET), expected_version=0)
    for page in (here, f"{here}/signer"):
        browser.sign_in(leader).get(page)
        [line] = lines(browser, "kriterier er ikke besvart.")
        named = links(line)
        assert named[EQUALITY] == f"{here}/omrade/GRU#GRU-2"
        assert "Registrert og i drift" not in named
        assert [url for name, url in named.items() if name.startswith("Alt i Rekruttering som åpner dører (")] == [
            f"{here}/omrade/REK"
        ]
        assert "Klart språk i utlysninger" not in named, "of an area of which nothing is left out, only the area"


def test_what_is_answered_in_the_same_wrong_way_is_one_line(session: Session, browser: PageClient) -> None:
    case, leader, here = answering(session)
    act = Act(session, leader.id, NOON)
    for one in ("GRU-3", "GRU-6"):
        make.save_answer(act, case, criterion_id=one, claim=Claim(AnswerValue.NOT_MET, "Nei."), expected_version=0)
    browser.sign_in(leader).get(here)
    [line] = lines(browser, "Dette må være oppfylt.")
    assert links(line) == {
        "Helse, miljø og sikkerhet": f"{here}/omrade/GRU#GRU-3",
        "Avtale, lønn og arbeidsplan": f"{here}/omrade/GRU#GRU-6",
    }


def test_of_one_criterion_the_sentence_stands_beside_its_name(session: Session, browser: PageClient) -> None:
    case, leader, here = answering(session)
    act = Act(session, leader.id, NOON)
    make.save_answer(act, case, criterion_id="GRU-3", claim=Claim(AnswerValue.NOT_MET, "Nei."), expected_version=0)
    browser.sign_in(leader).get(here)
    [line] = lines(browser, "Dette må være oppfylt.")
    assert line.get_text(" ", strip=True).startswith("Helse, miljø og sikkerhet Dette må være oppfylt.")


def test_what_may_be_chosen_between_is_named_for_each_area(session: Session, browser: PageClient) -> None:
    _case, leader, here = answering(session)
    browser.sign_in(leader).get(here)
    found = lines(browser, "minst 1 av disse må være oppfylt.")
    assert len(found) > 1
    for line in found:
        assert len(links(line)) > 1 or "Alt i" in line.text
        assert f"{here}/omrade/" in line.a["href"]


def test_each_reader_is_led_to_the_question_where_they_read_it(
    session: Session, browser: PageClient, certifier: User
) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    make.record(session, case, certifier, "GRU-2", Found(FindingValue.MAJOR, "Mangler helt."))
    here = f"/sertifisor/saker/{case.id}"
    for page in (here, f"{here}/innstilling"):
        browser.sign_in(certifier).get(page)
        [line] = lines(browser, "Et vesentlig avvik er åpent.")
        assert links(line) == {EQUALITY: f"{here}/omrade/GRU#GRU-2"}
    county = f"/fylket/saker/{case.id}"
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(county)
    [line] = lines(browser, "Et vesentlig avvik er åpent.")
    assert links(line) == {EQUALITY: f"{county}/omrade/GRU#GRU-2"}


def test_what_nobody_has_looked_at_is_said_by_name(session: Session, browser: PageClient, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    for one in ("GRU-2", "OPP-3"):
        make.record(session, case, certifier, one, Found(FindingValue.NOT_SEEN))
    here = f"/sertifisor/saker/{case.id}"
    browser.sign_in(certifier).get(here)
    [line] = lines(browser, "2 kriterier må vurderes (også svar som er endret etterpå).")
    assert links(line) == {
        EQUALITY: f"{here}/omrade/GRU#GRU-2",
        "Opplæring av faddere": f"{here}/omrade/OPP#OPP-3",
    }


def test_a_nonconformity_without_a_note_is_told_by_name(session: Session, browser: PageClient, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.record(session, case, certifier, "GRU-2", Found(FindingValue.MAJOR))
    browser.sign_in(certifier).get(f"/sertifisor/saker/{case.id}/send-tilbake")
    browser.submit({"message": "Se under."}, button="Send tilbake")
    assert f"Det mangler ved {EQUALITY}." in browser.text


def test_what_an_approval_brings_with_it_is_told_by_name(
    session: Session, browser: PageClient, certifier: User
) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    due = NOON.date() + timedelta(days=60)
    for one in ("OPP-2", "OPP-3"):
        make.record(session, case, certifier, one, Found(FindingValue.MINOR, "Nesten.", milestone=due))
    here = f"/sertifisor/saker/{case.id}"
    browser.sign_in(certifier).get(f"{here}/innstilling")
    [line] = lines(browser, "Må være rettet innen")
    assert list(links(line)) == ["Faste samtaler det første halvåret", "Opplæring av faddere"]
