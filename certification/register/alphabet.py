"""The order of names as Norwegians look them up: å last, Sámi and foreign letters beside their plain ones."""

import unicodedata

_AFTER_Z = str.maketrans({"æ": "{0", "ä": "{0", "ø": "{1", "ö": "{1", "å": "{2"})
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "þ": "th"})


def alphabetical(name: str) -> str:
    """A key to sort names by. `{` is the character after `z`, and no name begins with it."""
    composed = unicodedata.normalize("NFC", name.casefold()).translate(_AFTER_Z).translate(_PLAIN)
    apart = unicodedata.normalize("NFD", composed)
    return "".join(character for character in apart if not unicodedata.combining(character))
