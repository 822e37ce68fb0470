"""A demo never comes about by something that was forgotten, and a real installation says what it lacks."""

import itertools
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from config import Settings, is_this_machine

SIGNS: dict[str, Any] = {
    "secret_key": "x" * 40,
    "database_url": "postgresql://db/plass",
    "smtp_host": "mail.example",
    "trusted_proxies": 1,
}
ELSEWHERE = "https://plass.example"
WHOLE = {"secret_key": "x" * 40, "smtp_host": "mail.example", "base_url": ELSEWHERE}


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("PLASS_") or name in ("DATABASE_URL", "PORT"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize("base_url", ["", "http://127.0.0.1:9000", "http://localhost", "http://[::1]:8000"])
def test_on_this_machine_it_is_a_demo_when_nothing_is_set_that_a_real_one_has(base_url: str) -> None:
    assert Settings(base_url=base_url).is_demo


@pytest.mark.parametrize("some", [set(some) for size in (1, 2, 4) for some in itertools.combinations(SIGNS, size)])
def test_any_sign_of_a_real_one_ends_that_and_what_is_lacking_is_told(some: set[str]) -> None:
    given = {name: SIGNS[name] for name in some}
    assert Settings(base_url="http://localhost", demo=True, **given).is_demo
    if "secret_key" in some:
        assert not Settings(base_url="http://localhost", **given).is_demo
    else:
        with pytest.raises(ValidationError, match=r"PLASS_SECRET_KEY must .* PLASS_DEMO=1 makes it one"):
            Settings(base_url="http://localhost", **given)


def test_elsewhere_a_demo_is_asked_for_twice_and_by_name() -> None:
    assert Settings(base_url=ELSEWHERE, demo=True, demo_host="plass.example").is_demo
    for given in ({}, {"demo": True}, {"demo_host": "plass.example"}, {"demo": True, "demo_host": "other.example"}):
        with pytest.raises(ValidationError, match=r"set PLASS_DEMO=1 and PLASS_DEMO_HOST=plass\.example"):
            Settings(base_url=ELSEWHERE, **given)
        assert not Settings(**WHOLE, **given).is_demo


@pytest.mark.parametrize("lacking", ["secret_key", "smtp_host"])
def test_a_real_one_says_what_it_lacks(lacking: str) -> None:
    with pytest.raises(ValidationError, match=f"PLASS_{lacking.upper()} must be set"):
        Settings(demo=False, **{name: value for name, value in WHOLE.items() if name != lacking})


def test_a_real_one_has_an_address_and_on_this_machine_alone_it_may_write_mail_to_a_folder() -> None:
    with pytest.raises(ValidationError, match="PLASS_BASE_URL must be set"):
        Settings(demo=False, secret_key="x" * 40, smtp_host="mail.example")  # no secret
    assert not Settings(demo=False, secret_key="x" * 40, base_url="http://localhost").is_demo  # no secret


@pytest.mark.parametrize("base_url", ["http://plass.example", "plass.example", "ftp://plass.example", "https://"])
def test_an_address_that_others_come_to_begins_with_https(base_url: str) -> None:
    with pytest.raises(ValidationError, match="PLASS_BASE_URL must"):
        Settings(**{**WHOLE, "base_url": base_url})


@pytest.mark.parametrize("host", ["localhost.plass.example", "127.0.0.1.nip.io", "10.0.0.1", "0.0.0.0", ""])  # noqa: S104  # asked about
def test_names_that_only_sound_like_this_machine_are_not(host: str) -> None:
    assert not is_this_machine(host)
    assert is_this_machine("127.8.8.8")


def test_two_that_start_together_have_one_secret_which_nobody_else_reads(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(16) as together:
        secrets = set(together.map(lambda _: Settings(data_folder=folder).secret, range(64)))
    assert [len(one) for one in secrets] == [64]
    assert [(file.name, stat.S_IMODE(file.stat().st_mode)) for file in folder.iterdir()] == [("secret_key", 0o600)]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("end", [date(2024, 12, 31), date(2025, 1, 1)])
def test_a_programme_ends_after_it_begins(end: date) -> None:
    with pytest.raises(ValidationError, match="PLASS_PROGRAMME_END"):
        Settings(programme_start=date(2025, 1, 1), programme_end=end)


def test_a_programme_need_not_have_an_end() -> None:
    assert Settings().programme_end is None
    assert Settings(programme_end=date(2028, 12, 31)).programme_end == date(2028, 12, 31)
