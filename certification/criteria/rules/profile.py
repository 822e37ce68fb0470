"""The employer's profile: the answers that select which criteria apply (certification.md 5 and 7.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from certification.criteria.types import ProfileQuestionId, SizeClass
from register.organisations.types import FEWEST_TOLD, Sector

# The least number of employees in each class, largest class first (catalogue: profil.storrelse).
SIZE_FROM: tuple[tuple[int, SizeClass], ...] = (
    (250, SizeClass.VERY_LARGE),
    (50, SizeClass.LARGE),
    (20, SizeClass.MEDIUM),
    (FEWEST_TOLD, SizeClass.SMALL),
    (0, SizeClass.MICRO),
)

ProfileAnswer = bool | Sector | SizeClass | None


def size_class(employees: int | None) -> SizeClass | None:
    """The size class of so many employees; None when the number is unknown.

    Enhetsregisteret keeps back numbers below `FEWEST_TOLD`, so a missing number is never taken for zero: we ask
    (law-and-facts.md 0, point 10). Raises ValueError for a negative number.
    """
    if employees is None:
        return None
    for least, size in SIZE_FROM:
        if employees >= least:
            return size
    raise ValueError(f"{employees} employees")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the employer has told about itself; None is a question not answered yet."""

    employees: int | None = None
    sector: Sector | None = None
    has_under_18: bool | None = None
    trade: bool | None = None
    has_apprentices: bool | None = None
    takes_training: bool | None = None

    @property
    def size(self) -> SizeClass | None:
        """The size class, or None as long as the number of employees is unknown."""
        return size_class(self.employees)

    def answers(self) -> Mapping[ProfileQuestionId, ProfileAnswer]:
        """The answer to each profile question. Who has apprentices has work that belongs to a trade."""
        return {
            ProfileQuestionId.SIZE: self.size,
            ProfileQuestionId.SECTOR: self.sector,
            ProfileQuestionId.HAS_UNDER_18: self.has_under_18,
            ProfileQuestionId.TRADE: True if self.has_apprentices else self.trade,
            ProfileQuestionId.HAS_APPRENTICES: self.has_apprentices,
            ProfileQuestionId.TAKES_TRAINING: self.takes_training,
        }

    def unanswered(self) -> tuple[ProfileQuestionId, ...]:
        """The questions that still must be answered before a case can be submitted or decided."""
        return tuple(question for question, answer in self.answers().items() if answer is None)
