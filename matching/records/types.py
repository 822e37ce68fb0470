"""The states of a place, a proposal, a placement and a talk, and the reasons that go with them."""

from enum import StrEnum


class OpeningState(StrEnum):
    """Where an opening stands. «Filled» is no state: it follows from positions and placements."""

    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"  # hidden for a while; no act goes there yet
    EXPIRED = "expired"  # the last day has passed; can be published again with a new date
    CLOSED = "closed"  # for good


OFFERED = frozenset({OpeningState.PUBLISHED, OpeningState.PAUSED})
"""What stands out in the world, or is hidden for a while only: it must stay in order, and has a last day."""
PUBLISHABLE = frozenset({OpeningState.DRAFT, OpeningState.PAUSED, OpeningState.EXPIRED})
"""From where an employer can publish."""


class ProposalState(StrEnum):
    """A counsellor proposes an opening to a candidate; the candidate and then the employer answer."""

    PROPOSED = "proposed"
    CANDIDATE_YES = "candidate_yes"
    CANDIDATE_NO = "candidate_no"
    EMPLOYER_YES = "employer_yes"
    EMPLOYER_NO = "employer_no"
    WITHDRAWN = "withdrawn"  # by the candidate after a yes, or by the counsellor
    LAPSED = "lapsed"  # the opening closed or nobody answered in time
    PLACED = "placed"  # a placement was made from it
    FINISHED = "finished"  # that placement is over, or was called off

    @property
    def discloses_name(self) -> bool:
        """May the employer see who the candidate is while the proposal stands here? (R22)"""
        return self in (ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES, ProposalState.PLACED)

    @property
    def is_open(self) -> bool:
        """Somebody may still answer it."""
        return self in (ProposalState.PROPOSED, ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES)

    @property
    def is_living(self) -> bool:
        """It is not closed: open, or a placement was made from it."""
        return self.is_open or self is ProposalState.PLACED


UNANSWERED = frozenset({ProposalState.PROPOSED, ProposalState.CANDIDATE_YES})
"""It waits for the next answer: the candidate's, or the employer's."""


class PlacementState(StrEnum):
    """A placement from the first draft of its agreement to its ending."""

    DRAFT = "draft"
    AGREED = "agreed"  # employer, candidate and counsellor have approved
    STARTED = "started"
    ENDED = "ended"
    CANCELLED = "cancelled"  # before it started


BEFORE_START = frozenset({PlacementState.DRAFT, PlacementState.AGREED})
UNFINISHED = BEFORE_START | {PlacementState.STARTED}
HOLDS_A_POSITION = frozenset({PlacementState.AGREED, PlacementState.STARTED})
WAS_AT_WORK = frozenset({PlacementState.STARTED, PlacementState.ENDED})


class FollowUpState(StrEnum):
    """A planned talk. «Overdue» is no state: it follows from the due date."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"  # deliberately not held, with a reason
    CANCELLED = "cancelled"  # the placement ended before it


TO_RECORD = frozenset({FollowUpState.PLANNED, FollowUpState.SKIPPED})
"""A talk that was skipped may be held after all."""


class EndReason(StrEnum):
    """Why a placement ended. Never health, never blame."""

    COMPLETED_AS_PLANNED = "completed_as_planned"
    HIRED_BY_EMPLOYER = "hired_by_employer"
    OTHER_JOB = "other_job"
    EDUCATION = "education"
    CANDIDATE_STOPPED = "candidate_stopped"
    EMPLOYER_STOPPED = "employer_stopped"
    NO_MORE_WORK = "no_more_work"
    MOVED = "moved"
    OTHER = "other"


class ApprovalParty(StrEnum):
    """The three who approve an agreement; the counsellor last."""

    EMPLOYER = "employer"
    CANDIDATE = "candidate"
    COUNSELLOR = "counsellor"


class OnBehalfReason(StrEnum):
    """Why a counsellor approves in the candidate's place; there is no other reason than these (R14)."""

    NO_EID = "no_eid"  # cannot sign in
    RESERVED = "reserved"  # has said no to digital communication
    DIGITAL_COMPETENCE = "digital_competence"  # needs it told and explained in person


class SkipReason(StrEnum):
    """Why a planned talk was not held."""

    NOT_REACHED = "not_reached"
    NOT_WANTED = "not_wanted"
    TALKED_OTHERWISE = "talked_otherwise"
    OTHER = "other"


class SharedItem(StrEnum):
    """What a candidate's yes lets one employer see."""

    FIRST_NAME = "first_name"
    PHONE = "phone"
    EMAIL = "email"
    ADAPTATIONS = "adaptations"


class NoReason(StrEnum):
    """Why a candidate says no; choosing one is voluntary, and there is no free text to write too much in."""

    TOO_FAR = "too_far"
    HOURS = "hours"
    TASKS = "tasks"
    WORKPLACE = "workplace"
    NOT_NOW = "not_now"
    OTHER = "other"
