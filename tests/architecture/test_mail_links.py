"""Every link in every mail leads to a page that is there and that admits whoever receives the mail.

Whether services give a mail the values that it needs is judged after each test that puts one in the outbox.
"""

import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
from flask import Flask, current_app
from werkzeug.routing import BuildError

from app.kernel.addresses import full_address
from app.kernel.audiences import access_of
from app.kernel.context import settings
from app.kernel.house import house
from app.kernel.mails.links import link_of
from app.kernel.mails.writer import write_mail
from app.kernel.principal import Principal
from config import ROOT
from ground.texts import Locale
from matching.placements.mails import PlacementMail
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role
from tests.support.mail_kinds import KINDS
from tests.support.mail_receivers import RECEIVERS, params_for, receivers_of
from tests.support.mails_put import endpoint_of

ADDRESS = re.compile(r"https?://\S+")
ORGNR, PLACEMENT = "310000000", uuid.UUID(int=1)


@pytest.fixture(autouse=True)
def _in_the_house(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def somebody(role: Role | None) -> Principal | None:
    """One with this role and no other, or nobody."""
    if role is None:
        return None
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return Principal(User(name="Kari", created_at=now), (RoleGrant(role=role, granted_at=now),))


def what_is_wrong(role: Role | None, text: str) -> list[str]:
    """Why a mail does not lead the one who receives it to a page of theirs."""
    links = ADDRESS.findall(text)
    wrong = [] if len(links) == 1 else [f"{len(links)} links"]
    for link in links:
        endpoint = endpoint_of(link)
        access = access_of(current_app, endpoint) if endpoint else None
        if access is None:
            wrong.append(f"{link} leads nowhere")
        elif not access.admits(somebody(role)):
            wrong.append(f"{link} is closed to {role or 'those who are not signed in'}")
    return wrong


def without_receiver(receivers: Mapping[str, tuple[Role | None, ...]]) -> set[str]:
    """Kinds of mail that nobody is written down as receiving."""
    return {kind for kind in KINDS if not receivers.get(kind)}


def never_put(services: str) -> set[str]:
    """Kinds of mail that these sources do not name."""
    return {kind for kind in KINDS if not re.search(rf"\b{type(kind).__name__}\.{kind.name}\b", services)}


def test_somebody_is_written_down_for_every_kind_of_mail() -> None:
    assert without_receiver(RECEIVERS) == set()


def test_a_kind_that_nobody_is_written_down_for_would_be_seen() -> None:
    forgotten = {kind: who for kind, who in RECEIVERS.items() if kind is not PlacementMail.FOLLOW_UP_DUE}
    assert without_receiver(forgotten) == {PlacementMail.FOLLOW_UP_DUE}


def test_every_kind_of_mail_is_put_in_the_outbox_by_a_service() -> None:
    floors = [file for floor in ("register", "certification", "matching") for file in (ROOT / floor).rglob("*.py")]
    services = "".join(file.read_text() for file in floors)
    assert never_put(services) == set()
    assert never_put(services.replace("PlacementMail.PLACEMENT_ENDED", "")) == {PlacementMail.PLACEMENT_ENDED}


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_of_a_mail_admits_those_whom_it_is_sent_to(kind: str, locale: Locale) -> None:
    for page in house().mails[kind]:
        _subject, text = write_mail(kind, locale, params_for(kind, page))
        assert receivers_of(kind, page), f"nobody is led to {page.endpoint}"
        assert [what_is_wrong(role, text) for role in receivers_of(kind, page) if what_is_wrong(role, text)] == []


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("/arbeidsgiver/310000000/finnes-ikke", Role.LEADER),
        ("/veileder/plasseringer/1", Role.COUNSELLOR),  # an id that no placement can have
        ("/logg-ut", Role.LEADER),  # a button, not a page
    ],
)
def test_a_link_that_leads_nowhere_would_be_seen(path: str, role: Role) -> None:
    link = settings().address + path
    assert what_is_wrong(role, f"Se her:\n{link}\n") == [f"{link} leads nowhere"]


@pytest.mark.parametrize(
    ("path", "role", "closed_to"),
    [
        (f"/veileder/plasseringer/{PLACEMENT}", Role.CANDIDATE, "candidate"),
        (f"/min-side/plasseringer/{PLACEMENT}", Role.LEADER, "leader"),
        (f"/arbeidsgiver/{ORGNR}/kandidater", Role.EMPLOYEE, "employee"),
        (f"/arbeidsgiver/{ORGNR}/kandidater", None, "those who are not signed in"),
    ],
)
def test_a_link_to_a_page_of_another_role_would_be_seen(path: str, role: Role | None, closed_to: str) -> None:
    link = settings().address + path
    assert what_is_wrong(role, f"Se her:\n{link}\n") == [f"{link} is closed to {closed_to}"]


def test_a_link_out_of_plass_and_a_mail_without_a_link_would_be_seen() -> None:
    assert what_is_wrong(None, "https://plass.test/logg-inn") == ["https://plass.test/logg-inn leads nowhere"]
    assert what_is_wrong(None, "Hei") == ["0 links"]


def test_a_page_that_has_been_renamed_stops_the_mail() -> None:
    with pytest.raises(BuildError):
        full_address("employer.plassering", orgnr=ORGNR, placement_id=PLACEMENT)


def test_values_that_lead_nowhere_stop_the_mail() -> None:
    with pytest.raises(LookupError):
        link_of(PlacementMail.FOLLOW_UP_DUE, {"party": "candidate", "placement_id": PLACEMENT})


@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_leads_to_the_installations_own_address_whatever_name_the_request_was_sent_to(
    app: Flask, kind: str
) -> None:
    for page in house().mails[kind]:
        by_the_job = write_mail(kind, Locale.BOKMAAL, params_for(kind, page))
        with app.test_request_context("/demo/post", base_url="https://annet.test:99/"):
            assert write_mail(kind, Locale.BOKMAAL, params_for(kind, page)) == by_the_job


def test_two_subjects_never_call_a_mail_by_the_same_word() -> None:
    assert len(KINDS) == len(set(KINDS))
