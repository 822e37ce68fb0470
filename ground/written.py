"""Rows that hold texts by people: which language they are written in."""

from sqlalchemy.orm import Mapped

from ground.base import enum_column
from ground.texts import Locale


class Written:
    """A row with texts by a person, all in one language, which the person chose on the page where they wrote them."""

    written_in: Mapped[Locale] = enum_column(Locale, default=Locale.BOKMAAL)
