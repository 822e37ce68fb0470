"""The order of names as Norwegians look them up: å last, Sámi and foreign letters beside their plain ones."""

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

SQLITE_COLLATION, POSTGRESQL_COLLATION = "norwegian", "nb-x-icu"
WITHOUT_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters that nobody sees, which come along when a text is pasted."""

_AFTER_Z = str.maketrans({"æ": "{0", "ä": "{0", "ø": "{1", "ö": "{1", "å": "{2"})
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "þ": "th"})


def composed(text: str) -> str:
    """The text with each letter as one sign (NFC): «å» that was typed or named on a Mac can be «a» and a ring."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """The text as it is compared with others: without regard to capitals, and to how its letters are composed."""
    return composed(composed(text).casefold())


def name_contains(
    name: SQLColumnExpression[str] | SQLColumnExpression[str | None], searched: str
) -> ColumnElement[bool]:
    """Whether a column of names, which are kept composed, holds what somebody searched for, however they typed it."""
    return name.icontains(composed(searched), autoescape=True)


def alphabetical(name: str) -> str:
    """A key to sort names by. `{` is the character after `z`, and no name begins with it."""
    plain = composed(name.casefold()).translate(_AFTER_Z).translate(_PLAIN)
    apart = unicodedata.normalize("NFD", plain)
    return "".join(character for character in apart if not unicodedata.combining(character))


def compare_names(one: str, other: str) -> int:
    """The order of two names, as SQLite asks for it: negative, zero or positive."""
    first, second = alphabetical(one), alphabetical(other)
    return (first > second) - (first < second)


class in_alphabet(FunctionElement[str]):  # noqa: N801  # written like the functions of SQL that it stands among
    """A column of names to order by in a query; each database has its own name for the Norwegian alphabet."""

    inherit_cache = True


@compiles(in_alphabet)
def _collate(element: FunctionElement[str], compiler: SQLCompiler, **options: Any) -> str:
    name = POSTGRESQL_COLLATION if compiler.dialect.name == "postgresql" else SQLITE_COLLATION
    return f'{compiler.process(element.clauses, **options)} COLLATE "{name}"'
