"""Every link in every mail leads to a page that is there and that admits whoever receives the mail."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BuildError

from app.kernel.addresses import full_address
from app.kernel.audiences import access_of
from app.kernel.context import settings
from app.kernel.house import house
from app.kernel.mail_links import link_of
from app.kernel.mail_writer import write_mail
from app.kernel.principal import Principal
from ground.texts import Locale
from matching.placements.mails import PlacementMail
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role
from tests.support.mail_kinds import KINDS
from tests.support.mail_receivers import ORGNR, PLACEMENT, RECEIVERS, Receiver

ADDRESS = re.compile(r"https?://\S+")


def somebody(role: Role | None) -> Principal | None:
    """One with this role and no other, or nobody."""
    if role is None:
        return None
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return Principal(User(name="Kari", created_at=now), (RoleGrant(role=role, granted_at=now),))


def endpoint_of(app: Flask, link: str) -> str | None:
    """The page that a click on this link fetches, if Plass has it."""
    if not link.startswith(settings().address + "/"):
        return None
    try:
        endpoint, _values = app.url_map.bind("").match(link.removeprefix(settings().address), method="GET")
    except HTTPException:
        return None
    return str(endpoint)


def what_is_wrong(app: Flask, role: Role | None, text: str) -> list[str]:
    """Why a mail does not lead the one who receives it to a page of theirs."""
    links = ADDRESS.findall(text)
    wrong = [] if len(links) == 1 else [f"{len(links)} links"]
    for link in links:
        endpoint = endpoint_of(app, link)
        access = access_of(app, endpoint) if endpoint else None
        if access is None:
            wrong.append(f"{link} leads nowhere")
        elif not access.admits(somebody(role)):
            wrong.append(f"{link} is closed to {role or 'those who are not signed in'}")
    return wrong


def without_receiver(receivers: Mapping[str, tuple[Receiver, ...]]) -> set[str]:
    """Kinds of mail that nobody is written down as receiving."""
    return {kind for kind in KINDS if not receivers.get(kind)}


def test_somebody_is_written_down_for_every_kind_of_mail() -> None:
    assert without_receiver(RECEIVERS) == set()


def test_a_kind_that_nobody_is_written_down_for_would_be_seen() -> None:
    forgotten = {kind: who for kind, who in RECEIVERS.items() if kind is not PlacementMail.FOLLOW_UP_DUE}
    assert without_receiver(forgotten) == {PlacementMail.FOLLOW_UP_DUE}


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_leads_its_receivers_to_a_page_of_theirs(app: Flask, kind: str, locale: Locale) -> None:
    with app.app_context():
        for receiver in RECEIVERS[kind]:
            _subject, text = write_mail(kind, locale, receiver.params)
            assert what_is_wrong(app, receiver.role, text) == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_stands_in_the_table_that_no_mail_leads_to(app: Flask, kind: str) -> None:
    with app.app_context():
        reached = {endpoint_of(app, link_of(kind, receiver.params)) for receiver in RECEIVERS[kind]}
        led_to = {page.endpoint for page in house().mails[kind]}
    assert reached == led_to


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("/arbeidsgiver/310000000/finnes-ikke", Role.LEADER),
        ("/veileder/plasseringer/1", Role.COUNSELLOR),  # an id that no placement can have
        ("/logg-ut", Role.LEADER),  # a button, not a page
    ],
)
def test_a_link_that_leads_nowhere_would_be_seen(app: Flask, path: str, role: Role) -> None:
    with app.app_context():
        link = settings().address + path
        assert what_is_wrong(app, role, f"Se her:\n{link}\n") == [f"{link} leads nowhere"]


@pytest.mark.parametrize(
    ("path", "role", "closed_to"),
    [
        (f"/veileder/plasseringer/{PLACEMENT}", Role.CANDIDATE, "candidate"),
        (f"/min-side/plasseringer/{PLACEMENT}", Role.LEADER, "leader"),
        (f"/arbeidsgiver/{ORGNR}/kandidater", Role.EMPLOYEE, "employee"),
        (f"/arbeidsgiver/{ORGNR}/kandidater", None, "those who are not signed in"),
    ],
)
def test_a_link_to_a_page_of_another_role_would_be_seen(
    app: Flask, path: str, role: Role | None, closed_to: str
) -> None:
    with app.app_context():
        link = settings().address + path
        assert what_is_wrong(app, role, f"Se her:\n{link}\n") == [f"{link} is closed to {closed_to}"]


def test_a_link_out_of_plass_and_a_mail_without_a_link_would_be_seen(app: Flask) -> None:
    with app.app_context():
        assert what_is_wrong(app, None, "https://plass.test/logg-inn") == ["https://plass.test/logg-inn leads nowhere"]
        assert what_is_wrong(app, None, "Hei") == ["0 links"]


def test_a_page_that_has_been_renamed_stops_the_mail(app: Flask) -> None:
    with app.app_context(), pytest.raises(BuildError):
        full_address("employer.plassering", orgnr=ORGNR, placement_id=PLACEMENT)


def test_values_that_lead_nowhere_stop_the_mail(app: Flask) -> None:
    with app.app_context(), pytest.raises(LookupError):
        link_of(PlacementMail.FOLLOW_UP_DUE, {"party": "candidate", "placement_id": PLACEMENT})


def test_a_mail_leads_to_the_installations_own_address_whatever_name_the_request_was_sent_to(app: Flask) -> None:
    for kind, receivers in RECEIVERS.items():
        for receiver in receivers:
            with app.app_context():
                by_the_job = write_mail(kind, Locale.BOKMAAL, receiver.params)
            with app.test_request_context("/demo/post", base_url="https://annet.test:99/"):
                assert write_mail(kind, Locale.BOKMAAL, receiver.params) == by_the_job


def test_two_subjects_never_call_a_mail_by_the_same_word() -> None:
    assert len(KINDS) == len(set(KINDS))
