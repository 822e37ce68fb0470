"""A house in which something stands twice, or leads to a page that is not there, does not start."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from app.factory import create_app
from app.kernel.cards import CountyCard, EmployerCard, EmployerStep, OverviewCard, Step
from app.kernel.house import Job, MenuEntry, Subject, mail_page
from app.subjects import SUBJECTS
from config import Settings

HARMLESS_TWICE = {"pages"}  # modules: imported again, one is the same
Start = Callable[[Subject], None]
JOB = Job("a_job", lambda: None, 60)


def again(field: str) -> Subject:
    """Another subject, which hands in what one of ours hands in there."""
    given = next(getattr(one, field) for one in SUBJECTS if getattr(one, field))
    return Subject(**{"name": "another", field: given})


def entry(endpoint: str, place: int = 999) -> MenuEntry:
    return MenuEntry("county", place, endpoint, "Noe")


def county_card(endpoint: str, place: int = 999) -> CountyCard:
    return CountyCard(place, endpoint, lambda _view: OverviewCard("Noe"))


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start Plass with one more subject."""

    def with_one_more(subject: Subject) -> None:
        monkeypatch.setattr("app.factory.SUBJECTS", (*SUBJECTS, subject))
        create_app(Settings(data_folder=tmp_path, demo=True))

    return with_one_more


def test_a_subject_whose_things_are_its_own_and_lead_somewhere_is_let_in(start: Start) -> None:
    start(Subject(name="another", menu=(entry("county.front"),), cards=(county_card("county.front"),), jobs=(JOB,)))


TWICE = {
    **{field.name: again(field.name) for field in fields(Subject) if field.name not in HARMLESS_TWICE},
    "a card of the county": Subject(name="another", cards=(county_card("county.front", 20),)),
    "a filter of all subjects": Subject(name="another", filters={"date": str}),
    "a filter of Jinja": Subject(name="another", filters={"join": str}),
    "an entry of its own": Subject(name="another", menu=(entry("county.front"), entry("county.jobs"))),
    "a job of its own": Subject(name="another", jobs=(JOB, JOB)),
}


@pytest.mark.parametrize("what", TWICE)
def test_a_house_with_something_twice_does_not_start(start: Start, what: str) -> None:
    with pytest.raises(ValueError, match="handed in twice"):
        start(TWICE[what])


ASTRAY = {
    "an entry": Subject(name="another", menu=(entry("county.gone"),)),
    "a mail": Subject(name="another", mails={"a_mail": (mail_page("county.gone"),)}),
    "a step": Subject(name="another", steps=(EmployerStep(999, "county.gone", lambda _view: Step("Noe", False)),)),
    "a card of employers": Subject(name="another", cards=(EmployerCard(999, "county.gone", lambda _view: None),)),
    "a card of the county": Subject(name="another", cards=(county_card("county.gone"),)),
}


@pytest.mark.parametrize("what", ASTRAY)
def test_a_house_in_which_something_leads_nowhere_does_not_start(start: Start, what: str) -> None:
    with pytest.raises(ValueError, match=r"leads to \['county.gone'\]"):
        start(ASTRAY[what])
