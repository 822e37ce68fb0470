"""What can be wrong with an edition, or with what is asked of it."""

from dataclasses import dataclass

from certification.criteria.types import LevelId
from ground.errors import DomainError


@dataclass
class UnknownCriterion(DomainError):
    """The edition has no criterion with this id."""

    criterion_id: str


@dataclass
class UnknownArea(DomainError):
    """The edition has no area with this id."""

    area_id: str


@dataclass
class UnknownLevel(DomainError):
    """The edition has no such level."""

    level: LevelId


@dataclass
class UnknownProfileQuestion(DomainError):
    """The edition does not ask this profile question."""

    question: str


@dataclass
class EditionLocked(DomainError):
    """A published edition never changes; a changed text needs a number of its own."""

    number: str


class NoPublishedEdition(DomainError):
    """No edition of the criteria is published yet, so no case can begin."""
