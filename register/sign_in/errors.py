"""Why a sign-in link cannot be used."""

from ground.errors import DomainError


class LinkUnusable(DomainError):
    """A sign-in link that was used, has run out, or was asked for in another browser."""


class LinkFromOtherBrowser(LinkUnusable):
    """The link is good, but was asked for in another browser."""
