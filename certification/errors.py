"""What can go wrong with editions, assessments and certificates, as small classes that hold the values."""

from dataclasses import dataclass

from certification.types import AssessmentState, DecisionOutcome, GatheringState, LevelId, SignUpRefusal
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
class TransitionNotAllowed(DomainError):
    """A case cannot go from the one state to the other."""

    from_state: AssessmentState
    to_state: AssessmentState


@dataclass
class EditionLocked(DomainError):
    """A published edition never changes; a changed text needs a number of its own."""

    number: str


class NoPublishedEdition(DomainError):
    """No edition of the criteria is published yet, so no case can begin."""


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


class CertifierHasRole(DomainError):
    """The person has, or has had, a role in the organisation."""


class NotInReview(DomainError):
    """The certifier may write findings only while the case is in review."""


class DeadlineNotAhead(DomainError):
    """A deadline that is today or has passed already."""


@dataclass
class FindingsNeedNotes(DomainError):
    """A nonconformity must say what is wrong."""

    criterion_ids: tuple[str, ...]


@dataclass
class OutcomeNotAllowed(DomainError):
    """The rule does not allow this outcome for the case as it is."""

    outcome: DecisionOutcome


class NotADecider(DomainError):
    """The person may not decide: wrong role, or has not said that they are impartial."""


class ProposalWaiting(DomainError):
    """Somebody has proposed a decision already; another must confirm or refuse it first."""


class SameDecider(DomainError):
    """The one who proposed the decision cannot be the one who confirms it."""


class CertificateNotValid(DomainError):
    """The certificate is not in a state in which this can be done to it."""


class ReportNotDue(DomainError):
    """No annual report is expected of the certificate now."""


@dataclass
class SignUpRefused(DomainError):
    """The person cannot take part in the gathering."""

    reason: SignUpRefusal


class AlreadySignedUp(DomainError):
    """The person takes part already, for another organisation."""


@dataclass
class GatheringRefused(DomainError):
    """The gathering is not in a state in which this can be done to it."""

    state: GatheringState


class GatheringImpossible(DomainError):
    """A gathering that ends before it begins, is nowhere, or has no room."""


@dataclass
class CapacityTooSmall(DomainError):
    """More people are signed up than there would be room for."""

    taken: int
