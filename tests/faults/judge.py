"""What must be true when everything is back: what was said to be done is there, once."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ground.audit import AuditEvent
from ground.outbox import OutboxMessage
from matching.records.tables.opening import Opening
from register.organisations.models import AwaitedAnswer, Organisation
from register.roles.models import AuthorityRequest
from register.sign_in.mails import SignInMail
from tests.faults.outside import MailServer
from tests.faults.writers import Journal


def what_is_wrong(session: Session, journal: Journal, mail: MailServer) -> Iterator[str]:
    """Everything that does not agree, a line each."""
    yield from (f"answered strangely: {what} ({count} times)" for what, count in journal.strange.items())
    yield from _places(session, journal)
    yield from _registrations(session, journal)
    yield from _mails(session, journal, mail)
    if session.get_bind().dialect.name == "sqlite":
        yield from (f"the file: {row}" for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok")
        yield from (f"loose end: {row}" for row in session.execute(text("PRAGMA foreign_key_check")))


def _places(session: Session, journal: Journal) -> Iterator[str]:
    there = session.execute(select(Opening.title, Opening.summary)).all()
    found, summaries = Counter(title for title, _ in there), dict(map(tuple, there))
    for title, acknowledged in journal.drafts.items():
        if acknowledged and not found[title]:
            yield f"lost: {title}"
        if found[title] > 1:
            yield f"{found[title]} times: {title}"
    for title, allowed in journal.changes.items():
        if summaries.get(title, "") not in allowed:
            yield f"a change is lost: {title}"
    written = select(AuditEvent.subject_id, func.count()).where(AuditEvent.action == "opening.drafted")
    for place, count in session.execute(written.group_by(AuditEvent.subject_id)):
        if count > 1:
            yield f"that it was made is written {count} times: {place}"


def _registrations(session: Session, journal: Journal) -> Iterator[str]:
    registered = select(Organisation.orgnr, func.count(AuthorityRequest.id)).outerjoin(
        AuthorityRequest, AuthorityRequest.organisation_id == Organisation.id
    )
    requests = dict(map(tuple, session.execute(registered.group_by(Organisation.orgnr))))
    for orgnr, acknowledged in journal.registered.items():
        if acknowledged and orgnr not in requests:
            yield f"lost: the registration of {orgnr}"
        if requests.get(orgnr, 1) != 1:
            yield f"{orgnr} is registered with {requests[orgnr]} requests for authority"
    waiting = session.scalars(select(Organisation.orgnr).join(AwaitedAnswer))
    yield from (f"still waits for Enhetsregisteret: {orgnr}" for orgnr in waiting)


def _mails(session: Session, journal: Journal, mail: MailServer) -> Iterator[str]:
    put = {message.id.hex: message for message in session.scalars(select(OutboxMessage))}
    arrived = {key.strip("<>").partition("@")[0] for key in mail.received}
    for message in put.values():
        if message.sent_at is None:
            yield f"not sent: a mail of kind {message.kind}, tried {message.attempts} times"
    sent = {key for key, message in put.items() if message.sent_at is not None}
    yield from (f"said to be sent, and never came: {key}" for key in sent - arrived)
    yield from (f"came without a row in the outbox: {key}" for key in arrived - put.keys())
    asked = Counter(message.recipient for message in put.values() if message.kind == SignInMail.SIGN_IN)
    for email, times in journal.links.items():
        if not times <= asked[email] <= times + journal.links_in_doubt[email]:
            yield f"{email} asked for {times} links, and {asked[email]} were put in the outbox"
