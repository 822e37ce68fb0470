"""Judges the mails that services put in the outbox: one page fits, all that the text names is there, and no more."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from flask import current_app
from jinja2 import meta
from sqlalchemy import event
from werkzeug.exceptions import HTTPException

from app.kernel.context import settings
from app.kernel.house import house
from app.kernel.mails.links import link_of
from app.kernel.mails.writer import write_mail
from ground.outbox import OutboxMessage
from ground.texts import Locale


@dataclass(frozen=True)
class MailPut:
    """A mail as it was put in the outbox."""

    kind: str
    locale: Locale
    params: Mapping[str, Any]


@contextmanager
def mails_put() -> Iterator[list[MailPut]]:
    """Every mail that is put in the outbox meanwhile.

    They are noted when they are put, without a statement of their own: afterwards a mail may have been sent and
    emptied, or rolled back with the session of the test.
    """
    put: list[MailPut] = []

    def note(_mapper: object, _connection: object, message: OutboxMessage) -> None:
        put.append(MailPut(message.kind, message.locale, dict(message.params)))

    event.listen(OutboxMessage, "after_insert", note)
    try:
        yield put
    finally:
        event.remove(OutboxMessage, "after_insert", note)


def what_is_wrong(mail: MailPut) -> list[str]:
    """Why this mail could not be sent as it was meant; nothing is wrong with a good one."""
    if mail.kind not in house().mails:
        return ["no subject knows this kind"]
    pages = house().mails[mail.kind]
    fitting = [page for page in pages if page.fits(mail.params)]
    words = words_of(mail.kind)
    used = words.union({"party"}, *(page.values for page in pages))
    wrong = [f"{name} is empty" for name in sorted(words) if mail.params.get(name) in (None, "")]
    wrong += [f"{name} is not used" for name in sorted(mail.params.keys() - used)]
    if len(fitting) != 1:
        return [*wrong, f"{len(fitting)} pages fit"]
    write_mail(mail.kind, mail.locale, dict(mail.params))
    link = link_of(mail.kind, mail.params)
    if endpoint_of(link) != fitting[0].endpoint:
        wrong.append(f"{link} is not {fitting[0].endpoint}")
    return wrong


def words_of(kind: str) -> frozenset[str]:
    """The values that the text of a mail names, besides its link."""
    environment = current_app.jinja_env
    assert environment.loader is not None
    source, *_ = environment.loader.get_source(environment, f"{house().mail_subjects[kind]}/mail/{kind}.txt")
    named = meta.find_undeclared_variables(environment.parse(source))
    return frozenset(named - environment.globals.keys() - {"link"})


def endpoint_of(link: str) -> str | None:
    """The page that a click on this link fetches, if Plass has it."""
    if not link.startswith(settings().address + "/"):
        return None
    try:
        path = link.removeprefix(settings().address).partition("?")[0]
        endpoint, _values = current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return None
    return str(endpoint)
