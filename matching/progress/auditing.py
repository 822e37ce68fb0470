"""A figure followed back to its events for an auditor: a line for each, under names drawn for this one time.

Nobody has a page for it. Whoever runs Plass does it at the server, for somebody whose name and reason are written down
with it. Two traces cannot be joined: no name of an event or a person in one stands in another. Of a person's step the
month and the kind of place are told and never the municipality, for places are public and would tell the workplace.
"""

import uuid
from dataclasses import dataclass

from ground import audit
from ground.act import Act
from ground.base import new_id
from ground.secrets import derived_code, new_token
from matching.catalogue.kinds import OpeningKind
from matching.progress.events import all_events
from matching.progress.models import JobEvent as JobEventRow
from matching.progress.rules.counting import Ladder, count_ladder
from matching.progress.rules.jobs import Moment
from matching.progress.trace import WEEKS, events_behind
from matching.progress.types import Figure, JobEventKind

NAME_LENGTH = 12


@dataclass(frozen=True)
class TracedEvent:
    """One event. `when` is the day of a paid place, which is public; else the month, and there is no municipality."""

    when: str
    kind: JobEventKind
    opening_kind: OpeningKind
    municipality: str | None
    positions: int
    event: str
    person: str | None


@dataclass(frozen=True)
class TracedFigure:
    """What one trace found: the figure as it is counted, and the events behind it in an order that tells nothing."""

    id: uuid.UUID
    figure: int
    events: tuple[TracedEvent, ...]

    @property
    def total(self) -> int:
        """What the events add up to: each step of a person is one, each place has its positions."""
        return sum(event.positions for event in self.events)


def trace_figure(
    act: Act, *, figure: Figure, moment: Moment, paid: bool, asked_by: str, reason: str, key: str
) -> TracedFigure:
    """Follow a figure as of a moment back to its events, and write down for whom and why."""
    nonce = new_token()

    def name(of: str, ref: uuid.UUID) -> str:
        return derived_code(f"{nonce} {of} {ref}", NAME_LENGTH, purpose="a name in one trace of a figure", key=key)

    def told(row: JobEventRow) -> TracedEvent:
        public = row.person_ref is None and row.opening_kind.paid
        return TracedEvent(
            when=row.occurred_on.isoformat() if public else f"{row.occurred_on:%Y-%m}",
            kind=row.kind,
            opening_kind=row.opening_kind,
            municipality=row.municipality_number if public else None,
            positions=row.positions,
            event=name("event", row.id),
            person=None if row.person_ref is None else name("person", row.person_ref),
        )

    behind = [told(row) for row in events_behind(act.session, figure, moment, paid=paid)]
    found = TracedFigure(
        id=new_id(),
        figure=_number(count_ladder(all_events(act.session), moment, paid=paid), figure),
        events=tuple(sorted(behind, key=lambda one: (one.when, one.event))),
    )
    audit.record(
        act,
        action="count.traced",
        subject=found,
        reason=reason,
        asked_by=asked_by,
        figure=figure.value,
        paid=paid,
        as_of=moment.day.isoformat(),
        events=len(found.events),
    )
    return found


def _number(ladder: Ladder, figure: Figure) -> int:
    if figure in WEEKS:
        (lasting,) = (one for one in ladder.lasting if one.weeks == WEEKS[figure])
        by_outcome = {
            "due": lasting.due,
            "lasted": lasting.lasted,
            "left": lasting.ended,
            "unheard": lasting.not_heard_of,
        }
        return by_outcome[figure.value.partition("_")[0]]
    return {
        Figure.PLEDGED: ladder.pledged,
        Figure.POSTED: ladder.posted,
        Figure.AGREED: ladder.agreed,
        Figure.STARTED: ladder.started,
        Figure.PEOPLE: ladder.people,
        Figure.AT_WORK: ladder.at_work,
        Figure.ENDED: ladder.ended,
        Figure.NOT_HEARD_OF: ladder.not_heard_of,
    }[figure]
