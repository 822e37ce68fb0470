"""What every subject may refuse with: a thing that is missing, edited meanwhile, or done without its reason."""

from typing import TypeVar

T = TypeVar("T")


class DomainError(Exception):
    """Something the rules do not allow; the web turns it into a status and a sentence."""


class NotFound(DomainError):
    """There is no such thing, or it is not for the one who asks: the two must look the same."""


def existing(found: T | None) -> T:
    """What was found. Raises NotFound when there is nothing."""
    if found is None:
        raise NotFound
    return found


class EditedMeanwhile(DomainError):
    """Somebody else saved the same thing after this person opened it."""


def check_version(version: int, expected_version: int) -> None:
    """Let somebody change what they have seen as it stands. Raises EditedMeanwhile."""
    if version != expected_version:
        raise EditedMeanwhile


class ReasonMissing(DomainError):
    """An act that is logged with a reason was tried without one."""
