"""Signing in with the code from a mail that is read elsewhere: typed in the browser that asked, and in no other."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select, update

from ground.act import Act
from ground.secrets import fingerprint, keyed_fingerprint, normalise_code
from ground.texts import Locale
from register.sign_in.errors import CodeFromOtherBrowser, CodeUnusable, LinkUnusable
from register.sign_in.links import LinkOnly, SignedIn, open_by
from register.sign_in.models import SignInLink

MOST_ATTEMPTS = 5


def count_attempt(act: Act, *, browser: str) -> Sequence[uuid.UUID]:
    """Count one try against all that this browser has asked for and may still try, which is returned.

    In a transaction of its own, so that a wrong try is not forgotten; whether a code was sent makes no difference.
    Raises CodeFromOtherBrowser where nothing was ever asked for, CodeUnusable where nothing may be tried any more.
    """
    if not browser:
        raise CodeFromOtherBrowser
    tried = act.session.scalars(
        update(SignInLink)
        .where(
            SignInLink.browser_hash == fingerprint(browser),
            SignInLink.code_attempts < MOST_ATTEMPTS,
            SignInLink.used_at.is_(None),
            SignInLink.expires_at > act.now,
        )
        .values(code_attempts=SignInLink.code_attempts + 1)
        .returning(SignInLink.id)
    ).all()
    if not tried:
        raise CodeUnusable
    return tried


def use_code(
    act: Act,
    *,
    typed: str,
    tried: Sequence[uuid.UUID],
    locale: Locale,
    key: str,
    link_only: LinkOnly,
    browser_kind: str = "",
) -> SignedIn:
    """Use up what was asked for, by its code, and open a session; `tried` is what `count_attempt` let be tried.

    A user who has been given a role that signs in by link alone since the mail went, is refused too.
    Raises CodeUnusable, never why.
    """
    link = act.session.scalar(
        select(SignInLink).where(
            SignInLink.id.in_(tried), SignInLink.code_hash == keyed_fingerprint(normalise_code(typed), key)
        )
    )
    if link is None or link_only(act.session, link.email):
        raise CodeUnusable
    try:
        return open_by(act, link, locale=locale, browser_kind=browser_kind)
    except LinkUnusable as used:  # by the link at the same moment, or the user is closed
        raise CodeUnusable from used
