"""Who looks at a placement: which party they are, in which layout, and where their pages are."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from app.kernel.translate import _
from matching.records.tables.placement import FollowUp, Placement
from matching.records.types import BEFORE_START, TO_RECORD, ApprovalParty, PlacementState
from register.roles.types import Role

FIRST_TWO = frozenset({ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE})


@dataclass(frozen=True)
class Viewer:
    """One of the three parties at one placement."""

    party: ApprovalParty
    role: Role
    blueprint: str
    arguments: dict[str, Any]
    placement: Placement

    @property
    def layout(self) -> str:
        """The layout of the viewer's audience."""
        return f"layouts/{self.blueprint}.html"

    @property
    def list_url(self) -> str:
        """The list that the placement stands in; the candidate's is the first page."""
        if self.is_candidate:
            return url_for("candidate.front")
        return url_for(f"{self.blueprint}.placements_list", **self.arguments)

    @property
    def list_name(self) -> str:
        """What that list is called where it is linked to."""
        if self.is_candidate:
            return _("Hjem")
        return _("I gang") if self.is_counsellor else _("Unge hos oss")

    def url(self, act: str, **more: Any) -> str:
        """The address of one of the viewer's own pages for this placement."""
        return url_for(f"{self.blueprint}.placement_{act}", placement_id=self.placement.id, **self.arguments, **more)

    @property
    def is_candidate(self) -> bool:
        """Is it the one whom the placement is about?"""
        return self.party is ApprovalParty.CANDIDATE

    @property
    def is_counsellor(self) -> bool:
        """Is it the one who follows up?"""
        return self.party is ApprovalParty.COUNSELLOR

    @property
    def may_edit(self) -> bool:
        """The employer and the counsellor write; the candidate approves and never has to edit (R14)."""
        return not self.is_candidate and self.placement.state in BEFORE_START

    @property
    def may_approve(self) -> bool:
        """The viewer has not approved the text as it stands, and it is their turn."""
        standing = self.placement.agreement.standing_approvals.keys()
        in_turn = not self.is_counsellor or standing >= FIRST_TWO
        return self.placement.state is PlacementState.DRAFT and self.party not in standing and in_turn

    @property
    def may_approve_for_candidate(self) -> bool:
        """The counsellor can do it with a reason, as long as the candidate has not."""
        standing = self.placement.agreement.standing_approvals
        waits = self.placement.state is PlacementState.DRAFT and ApprovalParty.CANDIDATE not in standing
        return self.is_counsellor and waits

    @property
    def may_start(self) -> bool:
        """The employer or the counsellor confirms the start."""
        return not self.is_candidate and self.placement.state is PlacementState.AGREED

    @property
    def may_end(self) -> bool:
        """The employer or the counsellor records the ending."""
        return not self.is_candidate and self.placement.state is PlacementState.STARTED

    @property
    def may_undo(self) -> bool:
        """The counsellor takes back a start that was confirmed by mistake, also of what has ended."""
        return self.is_counsellor and self.placement.started_on is not None

    @property
    def may_cancel(self) -> bool:
        """The counsellor stops what has not begun; the employer says no instead."""
        return self.is_counsellor and self.placement.state in BEFORE_START

    def may_record(self, follow_up: FollowUp) -> bool:
        """The counsellor records talks, also those that were due before an ending."""
        return self.is_counsellor and follow_up.state in TO_RECORD
