"""The demo's gatherings: some held, some to come, with members and guests signed up."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial

from app.demo.loading.employers import DemoEmployer
from app.demo.loading.people import Staff
from app.demo.loading.timeline import Timeline
from certification.network import gatherings, sign_ups
from certification.network.errors import SignUpRefused
from certification.network.gatherings import GatheringContent
from certification.network.models import Gathering
from certification.network.queries import sign_ups_of
from ground.act import Act

ANNOUNCED_DAYS = 35
ABOUT = "Vi møtes over en kopp kaffe, deler erfaringer og øver på én ting vi kan ta med hjem."
# How many days from today, title, place.
PLAN = (
    (-300, "Mottak av nye unge: den første uka", "Lillestrøm bibliotek"),
    (-160, "Fadderrollen i praksis", "Ås gamle prestegård"),
    (-60, "Slik snakker vi om tilrettelegging", "Sandvika rådhus"),
    (20, "Lærekandidat: hva er det, og hvordan går det?", "Jessheim videregående skole"),
    (48, "Når noen ikke kommer på jobb", "Ski kulturhus"),
)


@dataclass
class Gatherings:
    """All gatherings of the network in the demo."""

    timeline: Timeline
    staff: Staff
    employers: list[DemoEmployer]

    def plan(self) -> None:
        """Announce each some weeks ahead."""
        for days, title, place in PLAN:
            held_on = self.timeline.today + timedelta(days=days)
            announced = min(held_on - timedelta(days=ANNOUNCED_DAYS), self.timeline.today - timedelta(days=3))
            starts_at = datetime.combine(held_on, time(8), UTC)
            content = GatheringContent(
                title=title,
                about=ABOUT,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=3),
                place=place,
                meeting_link="",
                capacity=40,
            )
            self.timeline.at(announced, partial(self._announce, content))

    def _announce(self, content: GatheringContent) -> None:
        session, now, actor_id = self.timeline.session, self.timeline.now, self.staff.programme_lead.id
        gathering = gatherings.create(Act(session, actor_id, now), content=content)
        gatherings.publish(Act(session, actor_id, now), gathering_id=gathering.id)
        self.timeline.after(2, partial(self._sign_up, gathering))
        self.timeline.at(content.ends_at.date() + timedelta(days=1), partial(self._record, gathering))

    def _sign_up(self, gathering: Gathering) -> None:
        """Some of those who may, do."""
        for employer in self.employers:
            if not self.timeline.happens(0.6):
                continue
            try:
                sign_ups.sign_up(
                    Act(self.timeline.session, employer.leader.id, self.timeline.now),
                    gathering_id=gathering.id,
                    organisation_id=employer.organisation.id,
                )
            except SignUpRefused:
                continue  # neither member nor on the way to be one

    def _record(self, gathering: Gathering) -> None:
        came = [one.id for one in sign_ups_of(self.timeline.session, gathering.id) if self.timeline.happens(0.85)]
        gatherings.record_attendance(
            Act(self.timeline.session, self.staff.programme_lead.id, self.timeline.now),
            gathering_id=gathering.id,
            attended=came,
            expected_version=gathering.version,
        )
