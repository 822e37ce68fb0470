"""Who has found a hole finds whom to tell, and is never sent to an address that nobody has named."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from pydantic import ValidationError

from app.factory import create_app
from config import Settings
from tests.support.world import NOON, StoppedClock

ADDRESS = "/.well-known/security.txt"
REAL = {"secret_key": "x" * 32, "base_url": "https://plass.example/", "demo": False, "smtp_host": "mail.example"}


def told_by(app: Flask) -> dict[str, str]:
    """The fields of the file."""
    answer = app.test_client().get(ADDRESS)
    assert (answer.status_code, answer.content_type) == (200, "text/plain; charset=utf-8")
    return dict(line.split(": ", 1) for line in answer.text.splitlines())


def test_an_installation_says_whom_to_tell_in_its_own_words(tmp_path: Path) -> None:
    contact = "mailto:sikkerhet@fylke.example"
    told = told_by(create_app(Settings(data_folder=tmp_path, security_contact=contact, **REAL)))
    assert told.pop("Expires") > datetime.now(NOON.tzinfo).isoformat()
    assert told == {
        "Contact": contact,
        "Preferred-Languages": "nb, nn, en",
        "Canonical": "https://plass.example/.well-known/security.txt",
    }


def test_it_holds_for_less_than_a_year_and_never_runs_out_while_plass_runs(app: Flask, clock: StoppedClock) -> None:
    for _ in range(3):
        left = datetime.fromisoformat(told_by(app)["Expires"]) - clock.now()
        assert timedelta(days=30) < left < timedelta(days=365)
        clock.forward(days=1000)


def test_without_a_contact_there_is_no_file(tmp_path: Path) -> None:
    app = create_app(Settings(data_folder=tmp_path, **REAL))
    assert app.test_client().get(ADDRESS).status_code == 404


def test_the_demo_names_an_address_that_cannot_be_anybodys_and_no_canonical_address_without_encryption(
    app: Flask,
) -> None:
    told = told_by(app)
    assert told["Contact"].endswith(".example")
    assert "Canonical" not in told


@pytest.mark.parametrize(
    "contact", ["sikkerhet@fylke.example", "http://fylke.example", "mailto:a@b.no\nExpires: aldri"]
)
def test_a_contact_that_is_no_address_with_its_scheme_stops_the_start(contact: str) -> None:
    with pytest.raises(ValidationError):
        Settings(security_contact=contact, demo=True)
