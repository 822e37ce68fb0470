"""What the rules of a case refuse."""

from dataclasses import dataclass

from certification.cases.types import AssessmentState, DecisionOutcome
from certification.criteria.editions.criterion import Criterion
from ground.errors import DomainError
from ground.states import MoveNotAllowed


class TransitionNotAllowed(MoveNotAllowed):
    """A case cannot go from the one state to the other."""


class AssessmentAlreadyOpen(DomainError):
    """The organisation has a case under way; it has one at a time."""


class LevelNotRenewable(DomainError):
    """The organisation has held this level before, and it can be held once only."""


@dataclass
class NotEditable(DomainError):
    """The employer may not change the case in this state."""

    state: AssessmentState


@dataclass
class NotApplicableNotAllowed(DomainError):
    """This criterion cannot be answered «not applicable»."""

    criterion_id: str


class FigureImpossible(DomainError):
    """A part that is more than the whole, or a whole without a part."""


class ProfileReasonMissing(DomainError):
    """Size or sector differ from what Enhetsregisteret says, and nothing says why."""


class FileTooLarge(DomainError):
    """The file is larger than evidence may be."""


class FileEmpty(DomainError):
    """There is nothing in the file."""


class FileKindNotAllowed(DomainError):
    """The bytes are not those of a kind of file that evidence may be."""


class AddressNotAllowed(DomainError):
    """A link that is not a web address."""


class OnlyLeadersSign(DomainError):
    """Only somebody who is leader in the organisation now may sign, submit or withdraw its case."""


@dataclass
class NotReadyToSubmit(DomainError):
    """Something must still be answered before the case can be submitted; so many things."""

    blocking: int


class OrganisationNotVerified(DomainError):
    """Enhetsregisteret has not confirmed the organisation."""


class NotACertifier(DomainError):
    """The person is not a certifier of the scheme."""


class BelongsToEmployer(DomainError):
    """The person has or has had a role in the organisation, and neither decides its cases nor gives them to others."""


class CertifierHasRole(DomainError):
    """The person has, or has had, a role in the organisation."""


class NotInReview(DomainError):
    """The certifier may write findings only while the case is in review."""


class DeadlineNotAhead(DomainError):
    """A deadline that is today or has passed already."""


@dataclass
class FindingsNeedNotes(DomainError):
    """A nonconformity must say what is wrong; at these criteria none does."""

    criteria: tuple[Criterion, ...]


@dataclass
class OutcomeNotAllowed(DomainError):
    """The rule does not allow this outcome for the case as it is."""

    outcome: DecisionOutcome
