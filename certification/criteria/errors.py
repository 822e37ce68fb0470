"""What can be wrong with an edition, or with what is asked of it."""

from dataclasses import dataclass

from certification.criteria.types import LevelId
from ground.errors import DomainError


@dataclass
class EditionInvalid(DomainError):
    """The files of an edition do not hold what an edition must hold; each problem says where."""

    source: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        lines = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.source}: {len(self.problems)} problem(s)\n{lines}"


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
