"""What can be wrong with an organisation number or a NAV office."""

from ground.errors import DomainError


class InvalidOrganisationNumber(DomainError):
    """The control digit of the organisation number does not fit."""


class OfficeNumberTaken(DomainError):
    """Another NAV office has this number."""
