"""The ground every table stands on: declarative base, naming convention, keys, UTC times and enum columns."""

import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, String, TypeDecorator, Uuid, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ground.words import known

E = TypeVar("E", bound=StrEnum)

NAMING_CONVENTION = {
    "ix": "%(table_name)s_%(column_0_N_name)s_index",
    "uq": "%(table_name)s_%(column_0_N_name)s_unique",
    "ck": "%(table_name)s_%(constraint_name)s",
    "fk": "%(table_name)s_%(column_0_name)s_references_%(referred_table_name)s",
    "pk": "%(table_name)s_key",
}


class Base(DeclarativeBase):
    """The one declarative base; its metadata is the whole schema."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored and returned in UTC; a naive one is a programming error."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times and store the rest as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite hands back naive values; they were written as UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


# The demo data set their own source, so that the same load date gives the same rows.
id_source: ContextVar[Callable[[], uuid.UUID]] = ContextVar("id_source", default=uuid.uuid4)


def new_id() -> uuid.UUID:
    """A random UUID: it tells nothing about order or number."""
    return id_source.get()()


class UuidKey:
    """A random UUID as primary key, given when the object is made.

    Not when it is inserted: in which order objects of several tables are, is not the same each time.
    """

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)


@event.listens_for(UuidKey, "init", propagate=True)
def _give_id(_made: object, _arguments: tuple[Any, ...], values: dict[str, Any]) -> None:
    values.setdefault("id", new_id())


def enum_column(kind: type[E], *, called: str = "", **options: Any) -> Mapped[E]:
    """A column that stores a StrEnum by value, with a CHECK that holds the database to the same values.

    `called` tells the CHECKs of two columns of one kind in one table apart.
    """
    return mapped_column(enum_type(kind, called=called), **options)


def enum_type(kind: type[E], *, called: str = "") -> Enum:
    """The column type behind `enum_column`, for use where a `mapped_column` needs more arguments."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=WORD_LENGTH,
        name=f"{called or _snake(kind.__name__)}_known",
    )


WORD_LENGTH = 40
"""The most characters of a word that stands for a state, a kind, a reason."""


class Word(TypeDecorator[str]):
    """A word of a vocabulary that is open by nature, where one enum holds those that are known: purposes of reading.

    The database keeps any word. One that the code knows comes back as its enum; one that it does not know, from a
    newer or an older version, comes back as it stands and is shown as such.
    """

    impl = String(WORD_LENGTH)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Store the plain word."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The enum where the word is known."""
        return None if value is None else known(self.kind, value)


class Words(TypeDecorator[list[str]]):
    """Several words of an open vocabulary, as JSON; each comes back as a `Word` does. None is NULL."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(none_as_null=True)
        self.kind = kind

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> list[str] | None:
        """The enums where the words are known."""
        return None if value is None else [known(self.kind, word) for word in value]


def _snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


ShortText = String(200)
LongText = String(4000)
