"""How somebody who is signed in came in."""

from enum import StrEnum


class Door(StrEnum):
    """How a session was opened. A candidate always holds something and knows a PIN; the word says what was held."""

    MAIL_LINK = "mail_link"  # a one-time link, or its code, to the user's own address
    CODE = "code"  # on paper or aloud from the counsellor
    DEVICE = "device"  # a telephone that the candidate has called their own
    OWN_LINK = "own_link"  # in a mail to the candidate
    DEMO = "demo"  # nothing was asked


CANDIDATES_DOORS = frozenset({Door.CODE, Door.DEVICE, Door.OWN_LINK})


def door_of(word: str | None) -> Door | None:
    """The door that an act was done through, whose word it carries."""
    return Door(word) if word else None
