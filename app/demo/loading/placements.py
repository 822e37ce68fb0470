"""The demo's placements: agreed by three, started, followed up until they last or end, and what comes after."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from app.demo.loading.looks import leader_behind, look
from app.demo.loading.timeline import STILL_OPEN, Timeline
from ground.act import Act
from matching.disclosures.types import ReadPurpose
from matching.law.young_workers import age_on
from matching.placements import agreements, follow_ups
from matching.placements import life as placements
from matching.placements.content import AgreementContent, content_of
from matching.placements.errors import PositionsFilled
from matching.progress.rules.jobs import LASTED
from matching.progress.types import UndoReason
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import FollowUp, Placement
from matching.records.types import ApprovalParty, EndReason, OnBehalfReason, PlacementState, SkipReason

ENDINGS = (EndReason.COMPLETED_AS_PLANNED, EndReason.EDUCATION, EndReason.OTHER_JOB, EndReason.CANDIDATE_STOPPED)
SO_MANY = 20
"""One of so many starts was confirmed by mistake."""
AGREED = "Vi begynner med korte dager og øker når det går bra. Fast prat hver fredag."


@dataclass
class Placements:
    """What becomes of a placement. `look_again` lets the counsellor look for another place, after so many tries."""

    timeline: Timeline
    look_again: Callable[[Candidate, int], None]
    _newest: "itertools.count[int]" = field(default_factory=itertools.count)
    _starts: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def agree(self, placement: Placement) -> None:
        """All three approve, and a start is planned; every other of the newest still waits for the counsellor."""
        timeline, session = self.timeline, self.timeline.session
        if placement.state is not PlacementState.DRAFT or placement.proposal.living_disclosure is None:
            return
        agreement = placement.agreement
        agreements.change(
            Act(session, placement.coordinator_id, timeline.now),
            placement=placement,
            content=self._content(placement),
            expected_version=agreement.version,
        )
        alone = placement.candidate.user_id is not None
        for party, actor in (
            (ApprovalParty.EMPLOYER, leader_behind(timeline, placement.proposal).id),
            (ApprovalParty.CANDIDATE, placement.candidate.user_id or placement.coordinator_id),
            (ApprovalParty.COUNSELLOR, placement.coordinator_id),
        ):
            if party is ApprovalParty.COUNSELLOR and self.timeline.is_recent and next(self._newest) % 2 == 0:
                return  # every other of the newest still waits for the last approval
            helped = party is ApprovalParty.CANDIDATE and not alone
            try:
                agreements.approve(
                    Act(session, actor, timeline.now + timedelta(minutes=list(ApprovalParty).index(party))),
                    placement=placement,
                    party=party,
                    expected_version=agreement.version,
                    on_behalf_reason=timeline.chance.choice(list(OnBehalfReason)) if helped else None,
                )
            except PositionsFilled:  # somebody else was quicker
                placements.cancel(Act(session, actor, timeline.now), placement=placement)
                timeline.after(timeline.between(7, 20), lambda: self.look_again(placement.candidate, 2))
                return
        starts_on = agreement.starts_on or timeline.day
        timeline.at(max(starts_on, timeline.day + timedelta(days=1)), lambda: self._start(placement))

    def _content(self, placement: Placement) -> AgreementContent:
        timeline, now = self.timeline, content_of(placement.agreement)
        soon = timedelta(days=timeline.between(4, 14)) + (STILL_OPEN if self.timeline.is_recent else timedelta())
        starts_on = max(now.starts_on or timeline.day, timeline.day + soon)
        ends_on = now.ends_on
        if placement.kind.ends_by_nature and (ends_on is None or ends_on < starts_on + timedelta(days=28)):
            ends_on = starts_on + timedelta(days=120)
        minor = age_on(placement.candidate.birth_date, starts_on) < 18  # of age
        return replace(
            now,
            contract_reference=f"{timeline.day.year}/{timeline.between(1000, 9999)}",
            contract_date=timeline.day,
            starts_on=starts_on,
            ends_on=ends_on,
            plan=AGREED,
            risk_assessed_on=timeline.day if minor else None,
        )

    def _start(self, placement: Placement) -> None:
        timeline = self.timeline
        if placement.state is not PlacementState.AGREED:
            return
        placements.confirm_start(
            Act(timeline.session, placement.coordinator_id, timeline.now), placement=placement, started_on=timeline.day
        )
        number = next(self._starts)
        if number % SO_MANY == 0:
            mistake = UndoReason.WRONG_DAY if number % (2 * SO_MANY) else UndoReason.NEVER_BEGAN
            timeline.after(1, lambda: self._take_back(placement, mistake))
            return
        timeline.session.refresh(placement)
        for follow_up in placement.follow_ups:
            late = 0 if timeline.happens(0.8) else timeline.between(1, 9)
            timeline.at(follow_up.due_on + timedelta(days=late), partial(self._talk, follow_up))
        last_day = placement.agreement.ends_on
        if last_day is not None:
            late = timeline.between(1, 8)
            timeline.at(last_day + timedelta(days=late), lambda: self._end(placement, last_day, ENDINGS[0]))

    def _take_back(self, placement: Placement, mistake: UndoReason) -> None:
        """The start was confirmed by mistake: it is confirmed anew, or comes to nothing."""
        timeline, act = self.timeline, Act(self.timeline.session, placement.coordinator_id, self.timeline.now)
        placements.undo_start(act, placement=placement, because=mistake, expected_version=placement.version)
        if mistake is UndoReason.WRONG_DAY:
            timeline.after(1, lambda: self._start(placement))
            return
        placements.cancel(act, placement=placement)
        timeline.after(timeline.between(7, 20), lambda: self.look_again(placement.candidate, 2))

    def _talk(self, follow_up: FollowUp) -> None:
        """The counsellor calls; now and then it has come to an end, and now and then nobody got round to calling."""
        timeline, placement = self.timeline, follow_up.placement
        if placement.state is not PlacementState.STARTED or (self.timeline.is_recent and timeline.happens(0.3)):
            return
        look(timeline, placement.proposal, placement.coordinator, ReadPurpose.AGREEMENT)
        if timeline.happens(0.06):
            follow_ups.skip_talk(
                Act(timeline.session, placement.coordinator_id, timeline.now),
                follow_up=follow_up,
                reason=timeline.chance.choice(list(SkipReason)),
            )
            return
        leaves = timeline.happens(0.12 if follow_up.week in LASTED else 0.05)
        follow_ups.record_talk(
            Act(timeline.session, placement.coordinator_id, timeline.now),
            follow_up=follow_up,
            still_there=not leaves,
            agreed_next="" if leaves else "Fortsetter som avtalt.",
        )
        if leaves:
            self._end(placement, follow_up.due_on, timeline.chance.choice(ENDINGS[1:]))

    def _end(self, placement: Placement, last_day: date, reason: EndReason) -> None:
        timeline = self.timeline
        if placement.state is not PlacementState.STARTED:
            return
        placements.end(
            Act(timeline.session, placement.coordinator_id, timeline.now),
            placement=placement,
            ended_on=last_day,
            reason=reason,
        )
        timeline.after(timeline.between(14, 40), lambda: self.look_again(placement.candidate, 3))
