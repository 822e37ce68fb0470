"""Signing in by e-mail: a link, or the code beside it, that works once, soon, in the browser that asked for it."""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground import audit, outbox
from ground.act import Act
from ground.rows import rows_met
from ground.secrets import derived_code, derived_token, fingerprint, keyed_fingerprint, same
from ground.texts import Locale
from register.people.mailbox import read_mailbox
from register.people.models import User
from register.sign_in.browsers import knows_browser
from register.sign_in.errors import LinkFromOtherBrowser, LinkUnusable
from register.sign_in.mails import SignInMail
from register.sign_in.models import SignInLink
from register.sign_in.sessions import open_session

LINK_LIFE = timedelta(minutes=15)
MOST_LINKS, MOST_FROM_ONE_BROWSER = 30, 3
"""So many links go to one address while a link lives, and so many that one browser asked for: nobody can fill
another's mailbox, and who asks from a browser of their own is not kept out by somebody else's asking. A browser
that the user has signed in from before asks past the first of the two: no stranger's asking shuts it out."""
CODE_LENGTH = 8
LinkOnly = Callable[[Session, str], bool]
"""Whether the user with an address is sent the link alone: a code can be talked out of somebody, a link opens nothing
in a stranger's browser. The web hands in `register.roles.queries.is_staff`: sign-in itself knows no roles."""


def link_token(link_id: str, *, key: str) -> str:
    """The secret in a link: worked out again when the mail is written, so that it lies nowhere until it is sent."""
    return derived_token(link_id, purpose="sign-in link", key=key)


def link_code(link_id: str, *, key: str) -> str:
    """The code that does the same as a link where the mail is read on another device; worked out in the same way."""
    return derived_code(link_id, CODE_LENGTH, purpose="sign-in code", key=key)


def send_link(
    act: Act,
    *,
    email: str,
    browser: str,
    next_path: str,
    locale: Locale,
    key: str,
    asked_from: str,
    known_by: str = "",
    link_only: LinkOnly,
    known_only: bool = False,
) -> SignInLink:
    """Put a one-time link to an address in the outbox, the same way whether or not the address is known.

    `browser` is a secret that only the asking browser holds, `key` that of the installation, `asked_from` the word for
    the kind of browser (`app.sign_in.browsers`), which the mail tells, `known_by` what it is known again by when the
    user has signed in from it (`register.sign_in.browsers`). `known_only`: no mail goes to an address that no
    user has, since it is a candidate's, whose doors are others. A closed user, and what is asked for too often, get no
    mail, and nobody can tell. Raises NoMailbox.
    """
    link_id = uuid.uuid4()
    address = read_mailbox(email)
    browser_hash = fingerprint(browser)
    link = SignInLink(
        id=link_id,
        email=address,
        token_hash=fingerprint(link_token(str(link_id), key=key)),
        browser_hash=browser_hash,
        next_path=next_path,
        created_at=act.now,
        expires_at=act.now + LINK_LIFE,
    )
    user = act.session.scalar(select(User).where(User.email == address))
    of_user = user.id if user else link_id  # asked of an id that nobody has, so that the answer takes as long
    known = knows_browser(act.session, user_id=of_user, token=known_by)
    too_often = _asked_too_often(act.session, address, browser_hash, act.now, known=known)
    may_come = not known_only if user is None else user.closed_at is None
    is_sent, with_code = may_come and not too_often, not link_only(act.session, address)
    if is_sent and with_code:
        link.code_hash = keyed_fingerprint(link_code(str(link_id), key=key), key)
    act.session.add(link)
    act.session.flush()
    if is_sent:
        outbox.enqueue(
            act,
            recipient=address,
            kind=SignInMail.SIGN_IN,
            locale=user.locale if user else locale,
            link_id=str(link_id),
            with_code=with_code,
            asked_at=act.now.isoformat(),
            asked_from=asked_from,
        )
    return link


def _asked_too_often(session: Session, address: str, browser_hash: str, now: datetime, *, known: bool) -> bool:
    lately = select(SignInLink.browser_hash).where(SignInLink.email == address, SignInLink.created_at > now - LINK_LIFE)
    browsers = Counter(session.scalars(lately))
    sent = sum(min(asked, MOST_FROM_ONE_BROWSER) for asked in browsers.values())
    return browsers[browser_hash] >= MOST_FROM_ONE_BROWSER or (sent >= MOST_LINKS and not known)


def check_link(act: Act, *, token: str, browser: str) -> SignInLink:
    """Find a link that can still be used by this browser, without using it.

    Raises LinkFromOtherBrowser for a good link in the wrong browser, LinkUnusable for all others.
    """
    link = act.session.scalar(select(SignInLink).where(SignInLink.token_hash == fingerprint(token)))
    if link is None or link.used_at is not None or link.expires_at <= act.now:
        raise LinkUnusable
    if not same(link.browser_hash, fingerprint(browser)):
        raise LinkFromOtherBrowser
    return link


def leads_on(session: Session, *, token: str, user: User) -> str | None:
    """Where a link that is used up leads the user whose it is; None for anybody else, and for a link that still works.

    Whoever comes back to the mail and presses again, signed in already, means the page and not the sign-in.
    """
    return session.scalar(
        select(SignInLink.next_path).where(
            SignInLink.token_hash == fingerprint(token),
            SignInLink.used_at.is_not(None),
            SignInLink.email == user.email,
        )
    )


@dataclass(frozen=True)
class SignedIn:
    """The outcome of a sign-in: who, the cookie's secret, and where they were going."""

    user: User
    session_token: str
    next_path: str


def use_link(act: Act, *, token: str, browser: str, locale: Locale, browser_kind: str = "") -> SignedIn:
    """Use a link up and open a session; an address that is new to Plass becomes a user here, now that it is proved.

    Raises LinkUnusable (used, run out, unknown, closed user) or LinkFromOtherBrowser.
    """
    return open_by(act, check_link(act, token=token, browser=browser), locale=locale, browser_kind=browser_kind)


def open_by(act: Act, link: SignInLink, *, locale: Locale, browser_kind: str = "") -> SignedIn:
    """Use up a link that has been checked, itself or by its code, and open a session. Raises LinkUnusable."""
    unused = SignInLink.id == link.id, SignInLink.used_at.is_(None)
    if rows_met(act.session, update(SignInLink).where(*unused).values(used_at=act.now)) != 1:
        raise LinkUnusable
    user = act.session.scalar(select(User).where(User.email == link.email))
    if user is None:
        user = User(email=link.email, locale=locale, created_at=act.now)
        act.session.add(user)
        act.session.flush()
        audit.record(act.by(user.id), action="user.created", subject=user)
    if user.closed_at is not None:
        raise LinkUnusable
    return SignedIn(user, open_session(act, user=user, browser=browser_kind), link.next_path)
