"""Why a sign-in link or its code cannot be used."""

from ground.errors import DomainError


class LinkUnusable(DomainError):
    """A sign-in link that was used, has run out, or was asked for in another browser."""


class LinkFromOtherBrowser(LinkUnusable):
    """The link is good, but was asked for in another browser."""


class CodeUnusable(DomainError):
    """A typed code is wrong, used, too late or tried too often; which of them is not told."""


class CodeFromOtherBrowser(CodeUnusable):
    """Nothing was ever asked for in this browser, so that no code can be right here."""
