"""Limits on how often one sender may submit, counted in the database so that all web processes share them."""

import time
from typing import Any

from flask import Flask, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import Storage
from sqlalchemy import Float, Integer, String, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import context
from app.kernel.database import db, outside_transaction
from app.kernel.enforcement import SAFE_METHODS
from config import Settings
from ground.base import Base
from ground.engine import may_write

limiter = Limiter(key_func=get_remote_address)


class RateLimitCounter(Base):
    """How many times a key has been used in the running window."""

    __tablename__ = "rate_limit_counter"

    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    uses: Mapped[int] = mapped_column(Integer)
    expires_at: Mapped[float] = mapped_column(Float, doc="Seconds since 1970.")


def register(app: Flask, settings: Settings) -> None:
    """Limit every submit; the sign-in has a limit of its own beside its routes."""
    app.config.update(
        RATELIMIT_STORAGE_URI="plassdb://",
        RATELIMIT_DEFAULT=settings.submit_limit,
        RATELIMIT_DEFAULTS_EXEMPT_WHEN=lambda: request.method in SAFE_METHODS,
        RATELIMIT_HEADERS_ENABLED=False,
    )
    limiter.init_app(app)


def sign_in_limit() -> str:
    """The limit for asking for links and trying codes."""
    return context.settings().sign_in_limit


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

        A limit of a route's own is checked after the access that the route declares: the request's transaction is
        left first, or on SQLite this one would wait for it.
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
        before = may_write.get()
        may_write.set(True)
        try:
            with outside_transaction(), db.engine.begin() as connection:
                return connection.execute(statement).scalar_one()
        finally:
            may_write.set(before)

    def get(self, key: str) -> int:
        """How often a key has been used in its window."""
        query = select(RateLimitCounter.uses).where(
            RateLimitCounter.key == key, RateLimitCounter.expires_at > time.time()
        )
        with db.engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def get_expiry(self, key: str) -> float:
        """When the window of a key ends, in seconds since 1970."""
        query = select(RateLimitCounter.expires_at).where(RateLimitCounter.key == key)
        with db.engine.connect() as connection:
            return connection.execute(query).scalar() or time.time()

    def check(self) -> bool:
        """Whether the storage answers."""
        with db.engine.connect() as connection:
            return connection.execute(select(1)).scalar() == 1

    def reset(self) -> int | None:
        """Forget all counters."""
        with db.engine.begin() as connection:
            return connection.execute(delete(RateLimitCounter)).rowcount

    def clear(self, key: str) -> None:
        """Forget one counter."""
        with db.engine.begin() as connection:
            connection.execute(delete(RateLimitCounter).where(RateLimitCounter.key == key))


def forget_old_counters() -> None:
    """Remove counters whose window has ended (a scheduled job)."""
    with current_app.app_context(), db.engine.begin() as connection:
        connection.execute(delete(RateLimitCounter).where(RateLimitCounter.expires_at < time.time()))
