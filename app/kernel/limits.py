"""Limits on how often one sender may ask, counted in the database so that all web processes share them.

A person who is signed in is one sender, wherever they sit: a whole class shares a network address. Where nobody is, the
address is.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from ipaddress import ip_address, ip_network
from typing import Any

import structlog
from flask import Flask, Response, current_app, g, request
from flask import session as cookie
from flask_limiter import ApplicationLimit, Limit, Limiter
from flask_limiter.util import get_remote_address
from limits.storage import Storage
from sqlalchemy import Connection, Float, Integer, String, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import context
from app.kernel.access import SAFE_METHODS
from app.kernel.audiences import access_of
from app.kernel.auth import PERSON
from app.kernel.database import db, outside_transaction
from ground.base import Base
from ground.engine import may_write
from ground.secrets import fingerprint

log = structlog.get_logger()
HOUR = 3600


def sender() -> str:
    """Who asks: the signed cookie says whose it is, and asking the database whether they are still signed in would cost
    more than the limit is worth.
    """
    person = cookie.get(PERSON) or cookie.get("_user_id")
    return f"person:{fingerprint(str(person))[:32]}" if person else network()


def network() -> str:
    """The network that a request comes from: one household or school has very many addresses of the newer kind."""
    address = get_remote_address()
    with suppress(ValueError):
        if ip_address(address).version == 6:
            return str(ip_network(f"{address}/64", strict=False))
    return address


def _shows_no_candidate() -> bool:
    access = access_of(current_app, request.endpoint) if request.endpoint else None
    is_shown_to_somebody = "_user_id" in cookie and access is not None and access.logs_read
    return not is_shown_to_somebody or request.method not in SAFE_METHODS


def _submits_nothing() -> bool:
    return request.method in SAFE_METHODS


limiter = Limiter(
    key_func=sender,
    default_limits=[Limit(lambda: context.settings().submit_limit, exempt_when=_submits_nothing)],
    application_limits=[
        ApplicationLimit(lambda: context.settings().read_limit, scope="candidates", exempt_when=_shows_no_candidate)
    ],
)
links_asked_for = limiter.limit(lambda: context.settings().link_limit, key_func=network, methods=["POST"])
"""For the form that asks for a sign-in link."""


def _was_wrong(_answer: Response) -> bool:
    return bool(g.get("wrong_try"))


wrong_tries = limiter.shared_limit(
    lambda: context.settings().wrong_tries_limit,
    scope="wrong tries",
    key_func=network,
    methods=["POST"],
    deduct_when=_was_wrong,
)
"""For what takes a code or a link: only wrong ones count, those of all such pages together."""


class RateLimitCounter(Base):
    """How many times a key has been used in the running window."""

    __tablename__ = "rate_limit_counter"

    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    uses: Mapped[int] = mapped_column(Integer)
    expires_at: Mapped[float] = mapped_column(Float, doc="Seconds since 1970.")


def register(app: Flask) -> None:
    """Limit every submit, and the pages that show candidates; other limits stand beside their routes."""
    app.config.update(RATELIMIT_STORAGE_URI="plassdb://", RATELIMIT_HEADERS_ENABLED=False)
    limiter.init_app(app)


def count_wrong_try() -> None:
    """A code or a link was wrong: it counts against its sender, and many in an hour are an alarm for us.

    Many senders may each try a few; that must never shut the door for those who come with a right one.
    """
    g.wrong_try = True
    tries = DatabaseStorage("").incr("wrong tries of all", HOUR)
    if tries % context.settings().wrong_tries_alarm == 0:
        log.error("many_wrong_tries", tries=tries)


class DatabaseStorage(Storage):
    """The counters behind Flask-Limiter, each change in a short transaction of its own."""

    STORAGE_SCHEME = ["plassdb"]

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **options: Any) -> None:
        super().__init__(uri, wrap_exceptions, **options)

    @property
    def base_exceptions(self) -> type[Exception]:
        """Exceptions that count as the storage being out of order."""
        return OSError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count one use; a window that has run out starts anew.

        A limit of a route's own is checked after the access that the route declares.
        """
        now = time.time()
        insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
        counters = RateLimitCounter.__table__
        fresh = counters.c.expires_at <= now
        count_one = insert(RateLimitCounter).values(key=key, uses=amount, expires_at=now + expiry)
        statement = count_one.on_conflict_do_update(
            index_elements=[counters.c.key],
            set_={
                "uses": case((fresh, amount), else_=counters.c.uses + amount),
                "expires_at": case((fresh, now + expiry), else_=counters.c.expires_at),
            },
        ).returning(RateLimitCounter.uses)
        with _connection(writes=True) as connection:
            return connection.execute(statement).scalar_one()

    def get(self, key: str) -> int:
        """How often a key has been used in its window."""
        query = select(RateLimitCounter.uses).where(
            RateLimitCounter.key == key, RateLimitCounter.expires_at > time.time()
        )
        with _connection() as connection:
            return connection.execute(query).scalar() or 0

    def get_expiry(self, key: str) -> float:
        """When the window of a key ends, in seconds since 1970."""
        query = select(RateLimitCounter.expires_at).where(RateLimitCounter.key == key)
        with _connection() as connection:
            return connection.execute(query).scalar() or time.time()

    def check(self) -> bool:
        """Whether the storage answers."""
        with _connection() as connection:
            return connection.execute(select(1)).scalar() == 1

    def reset(self) -> int | None:
        """Forget all counters."""
        with _connection(writes=True) as connection:
            return connection.execute(delete(RateLimitCounter)).rowcount

    def clear(self, key: str) -> None:
        """Forget one counter."""
        with _connection(writes=True) as connection:
            connection.execute(delete(RateLimitCounter).where(RateLimitCounter.key == key))


@contextmanager
def _connection(*, writes: bool = False) -> Iterator[Connection]:
    """A short transaction beside the request's, which is left first by who writes: on SQLite they would wait for
    each other.
    """
    before = may_write.get()
    may_write.set(writes)
    try:
        with outside_transaction() if writes else nullcontext(), db.engine.begin() as connection:
            yield connection
    finally:
        may_write.set(before)


def forget_old_counters() -> None:
    """Remove counters whose window has ended (a scheduled job)."""
    with current_app.app_context(), db.engine.begin() as connection:
        connection.execute(delete(RateLimitCounter).where(RateLimitCounter.expires_at < time.time()))
