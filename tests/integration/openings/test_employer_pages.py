"""The employer's pages for openings: drafting, rows, wording, publishing, closing, copying."""

import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching.catalogue.choices import Adaptation, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.openings.content import content_of
from matching.records.tables.opening import Opening
from matching.records.types import OpeningState
from register.organisations.models import Organisation
from tests.factories.openings import drafted, published
from tests.factories.register import employee_of, leader_of, verified_organisation
from tests.support.client import PageClient


@pytest.fixture
def employer(session: Session) -> Organisation:
    return verified_organisation(session)


def address(employer: Organisation, opening: Opening | None = None, act: str = "") -> str:
    start = f"/arbeidsgiver/{employer.orgnr}/plasser"
    return start if opening is None else f"{start}/{opening.id}{act}"


def only_opening(session: Session) -> Opening:
    return session.scalars(select(Opening)).one()


def test_an_employer_without_places_is_told_what_to_do_first(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    browser.sign_in(employee_of(session, employer)).get(address(employer))
    assert "Beskriv den første plassen" in browser.text


def test_from_the_empty_form_to_a_published_place(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    browser.sign_in(leader_of(session, employer)).get(address(employer) + "/ny")
    browser.submit(
        {
            "kind": "permanent_job",
            "title": "Hjelper på kjøkken",
            "styrk_code": "9412",
            "tasks-0": "Vaske grønnsaker",
            "must_have-0": "møte og hjelpe kunder",
            "can_learn-0": "Skjære løk uten å gråte",
            "hours_per_week_min": "15",
            "hours_per_week_max": "37,5",
            "shifts-0-days": ["monday", "tuesday", "wednesday"],
            "shifts-0-starts_at": "08:00",
            "shifts-0-ends_at": "15:30",
            "shifts-0-break_minutes": "30",
            "adaptations": ["one_contact"],
            "contact_phone": "22 22 22 22",
        },
        button="Lagre og se",
    )
    for words in (
        "Utkast",
        "Vaske grønnsaker",
        "Møte og hjelpe kunder",
        "15–37,5 timer",
        "mandag–onsdag kl. 08:00–15:30",
    ):
        assert words in browser.text
    content = content_of(only_opening(session))
    assert [one.skill_code for one in content.requirements] == ["talk_to_people", None]
    assert [one.weekday for one in content.shifts] == [Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY]
    assert content.adaptations == {Adaptation.ONE_CONTACT}

    browser.get(address(employer, only_opening(session), "/publiser"))
    browser.submit(button="Publiser")
    assert "Plassen er publisert." in browser.text
    assert only_opening(session).state is OpeningState.PUBLISHED


def test_a_row_is_added_without_script_and_nothing_typed_is_lost(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    browser.sign_in(employee_of(session, employer)).get(address(employer) + "/ny")
    assert browser.page.find(attrs={"name": "tasks-2"}) is None
    browser.submit({"tasks-0": "Rydde", "shifts-0-days": ["friday"]}, button="Legg til oppgave")

    assert browser.page.find(attrs={"name": "tasks-2"}) is not None
    assert browser.page.find(attrs={"name": "tasks-0"})["value"] == "Rydde"  # type: ignore[index]  # bs4
    assert browser.page.find("input", attrs={"name": "shifts-0-days", "value": "friday"}).has_attr("checked")  # type: ignore[union-attr]  # bs4
    assert session.scalar(select(func.count(Opening.id))) == 0


def test_a_form_sent_twice_makes_one_draft(session: Session, browser: PageClient, employer: Organisation) -> None:
    browser.sign_in(employee_of(session, employer)).get(address(employer) + "/ny")
    page = browser.page
    for _time in range(2):
        browser.page = page
        browser.submit({"kind": "summer_job", "title": "Sommer i hagen"}, form="form.form")
    assert only_opening(session).title == "Sommer i hagen"


def test_what_is_missing_or_wrong_stands_at_its_field_and_nothing_is_saved(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    browser.sign_in(employee_of(session, employer)).get(address(employer) + "/ny")
    browser.submit(
        {
            "tasks-0": "Rydde",
            "hours_per_week_min": "mange",
            "shifts-0-days": ["friday"],
            "contact_email": "kari",
            "application_url": "javascript:alert(1)",
        },
        form="form.form",
    )
    for words in (
        "Velg hva slags plass det er.",
        "Gi plassen en tittel.",
        "Skriv timene som et tall",
        "Skriv når vakten begynner og slutter.",
        "Skriv en e-postadresse",
        "Skriv nettadressen slik",
    ):
        assert words in browser.text
    assert session.scalar(select(func.count(Opening.id))) == 0


def test_unlawful_words_are_marked_and_stop_the_publication(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    opening = drafted(session, employer, leader, tasks=("Rydde", "Være blid jente på 18-25 år"))
    browser.sign_in(leader).get(address(employer, opening))
    assert "øvre aldersgrense" in browser.text
    assert any("18-25" in mark.get_text() for mark in browser.page.find_all("mark"))

    browser.get(address(employer, opening, "/rediger?sjekk=1"))
    assert browser.page.find(attrs={"name": "tasks-1"})["aria-invalid"] == "true"  # type: ignore[index]  # bs4
    assert not browser.page.find(attrs={"name": "tasks-0"}).has_attr("aria-invalid")  # type: ignore[union-attr]  # bs4

    browser.post(address(employer, opening, "/publiser"), {"version": opening.version, "reason": "Likevel"})
    assert only_opening(session).state is OpeningState.DRAFT


def test_unclear_words_ask_for_a_reason(session: Session, browser: PageClient, employer: Organisation) -> None:
    leader = leader_of(session, employer)
    opening = drafted(session, employer, leader, summary="Et ungt miljø.")
    browser.sign_in(leader).get(address(employer, opening, "/publiser"))
    browser.submit(button="Publiser")
    assert "Skriv hvorfor dette er i orden" in browser.text
    browser.submit({"reason": "Avklart."}, button="Publiser")
    assert only_opening(session).state is OpeningState.PUBLISHED


def test_a_medarbeider_writes_but_does_not_publish_close_or_change_what_is_shown(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    opening, shown = drafted(session, employer), published(session, employer)
    browser.sign_in(employee_of(session, employer)).get(address(employer, opening, "/rediger"))
    browser.submit({"title": "Ny tittel"}, button="Lagre og se")
    assert "kan en leder publisere det" in browser.text
    for act in ("/publiser", "/avslutt"):
        browser.get(address(employer, opening, act), status=403)
        browser.post(address(employer, opening, act), {"version": opening.version}, status=403)
    browser.get(address(employer, shown, "/rediger"), status=403)
    assert opening.state is OpeningState.DRAFT


@pytest.mark.parametrize("act", ["", "/rediger", "/publiser", "/avslutt"])
def test_another_employers_place_looks_like_a_missing_one(
    session: Session, browser: PageClient, employer: Organisation, act: str
) -> None:
    foreign = published(session)
    browser.sign_in(leader_of(session, employer)).get(address(employer, foreign, act), status=404)
    text = browser.words_alike
    browser.get(f"{address(employer)}/{uuid.uuid4()}{act}", status=404)
    assert browser.words_alike == text
    browser.get(address(foreign.organisation, foreign, act), status=404)


def test_a_stale_edit_is_told_and_what_was_typed_stays(
    session: Session, open_browser: Callable[[], PageClient], employer: Organisation
) -> None:
    opening, leader = drafted(session, employer), leader_of(session, employer)
    first, second = open_browser().sign_in(leader), open_browser().sign_in(employee_of(session, employer))
    first.get(address(employer, opening, "/rediger"))
    second.get(address(employer, opening, "/rediger"))
    second.submit({"title": "Fra den andre"}, button="Lagre og se")
    first.submit({"title": "Fra den første"}, button="Lagre og se")

    assert "Mona Medarbeider har lagret mens du skrev" in first.text
    assert first.page.find(attrs={"name": "title"})["value"] == "Fra den første"  # type: ignore[index]  # bs4
    assert opening.title == "Fra den andre"
    first.submit(button="Lagre og se")
    assert opening.title == "Fra den første"


def test_a_published_place_is_changed_within_the_rules(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    opening = published(session, employer, leader)
    browser.sign_in(leader).get(address(employer, opening, "/rediger"))
    assert browser.page.find(attrs={"name": "kind"}) is None
    browser.submit({"title": "Gutter søkes"}, button="Lagre endringene")
    assert "bestemt kjønn" in browser.text
    assert browser.page.find(attrs={"name": "title"})["value"] == "Gutter søkes"  # type: ignore[index]  # bs4
    assert opening.title == "Medarbeider i kafé"
    browser.submit({"title": "Medarbeider i bakeri"}, button="Lagre endringene")
    assert opening.title == "Medarbeider i bakeri"


def test_publishing_twice_from_two_tabs_publishes_once(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    opening = drafted(session, employer, leader)
    browser.sign_in(leader).get(address(employer, opening, "/publiser"))
    version = opening.version
    for _time in range(2):
        browser.post(address(employer, opening, "/publiser"), {"version": version})
        assert browser.address == address(employer, opening)
    assert opening.state is OpeningState.PUBLISHED


def test_a_closed_place_can_be_copied_to_a_new_draft(
    session: Session, browser: PageClient, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    opening = published(session, employer, leader, kind=OpeningKind.WORK_TRAINING_PART)
    browser.sign_in(leader).get(address(employer, opening, "/avslutt"))
    browser.submit(button="Avslutt plassen")
    assert opening.state is OpeningState.CLOSED
    for act in ("/rediger", "/publiser"):
        browser.get(address(employer, opening, act))
        assert browser.address == address(employer, opening)
    page = browser.page
    for _time in range(2):
        browser.page = page
        browser.submit(button="Kopier til nytt utkast")
    drafts = session.scalars(select(Opening).where(Opening.state == OpeningState.DRAFT)).all()
    assert [draft.kind for draft in drafts] == [OpeningKind.WORK_TRAINING_PART]
