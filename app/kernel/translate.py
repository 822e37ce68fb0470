"""Translation with types: flask-babel has none, and strict mypy wants to know that a text is a text."""

from flask_babel import gettext
from flask_babel import ngettext as _ngettext


def _(text: str, **values: object) -> str:
    """The text in the reader's language, with its values filled in."""
    return str(gettext(text, **values))


def ngettext(singular: str, plural: str, number: float, **values: object) -> str:
    """The text for so many, with %(num)s and its values filled in."""
    return str(_ngettext(singular, plural, number, **values))
