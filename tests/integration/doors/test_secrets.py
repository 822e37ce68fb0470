"""The secrets of a young person's doors lie on the slip, in the mail, in the telephone and in a head alone."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.kernel.database import db
from app.kernel.mails.sending import send_outbox
from ground.base import Base
from tests.factories import candidates as make
from tests.factories.register import counsellor
from tests.support.client import PageClient
from tests.support.doors import PIN, code_from, come_in_first, newest_link, type_code, type_pin
from tests.support.world import KeptMail

NEW_PIN = "846205"


def values_of(engine: Engine) -> Iterator[str]:
    """Every value that the database holds, as text."""
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield from (str(value) for value in row)


def test_pins_codes_and_the_secrets_of_links_and_telephones_lie_nowhere(
    app: Flask,
    open_browser: Callable[[], PageClient],
    session: Session,
    mail: KeptMail,
    capsys: pytest.CaptureFixture[str],
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker, email="amina@eksempel.no")
    keeper, own, other = open_browser().sign_in(worker), open_browser(), open_browser()
    first = code_from(keeper, person)
    come_in_first(own, first, person, own=True)
    own.post("/logg-ut")
    own.post("/min-side/ny-lenke", {"email": "amina@eksempel.no"})
    link = newest_link(session)
    other.get(link)
    type_pin(other, "314159")
    type_pin(other)
    second = code_from(keeper, person)
    type_code(own, second)
    own.get("/min-side/glemt")
    own.submit({"pin": NEW_PIN}, button="Velg PIN-koden")
    session.commit()
    with app.app_context():
        send_outbox()
        kept = list(values_of(db.engine))

    device = own.client.get_cookie("plass-device")
    assert device is not None
    secrets = {
        "PIN": PIN,
        "new PIN": NEW_PIN,
        "wrong PIN": "314159",
        "code": first.replace("-", "")[4:],
        "second code": second.replace("-", "")[4:],
        "link": link.rpartition("/")[2][22:],
        "telephone": str(device.value),
    }
    cookies = []
    for browser in (own, other, keeper):
        with browser.client.session_transaction() as cookie:
            cookies.append(str(dict(cookie)))
    printed = capsys.readouterr().out
    assert len(kept) > 100
    assert printed.count("candidate.enter") > 2, "what is asked for is logged, or this says nothing"
    for name, secret in secrets.items():
        assert not [one for one in kept if secret in one.replace("-", "") or secret in one], name
        assert not [one for one in cookies if secret in one.replace("-", "") or secret in one], name
        assert secret not in printed, name
    delivered = [one.text for one in mail.sent if one.recipient == "amina@eksempel.no"]
    assert any(secrets["link"] in text for text in delivered), "the delivered mail alone holds it"
