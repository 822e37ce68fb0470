"""Placements in a list: who, where, how it stands, and what the reader does next. What waits for them comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.kernel.database import session
from app.placements.next_thing import NextThing, next_thing
from app.placements.viewer import Viewer
from matching.placements.agreement_facts import findings_of_each
from matching.records.tables.placement import Placement
from matching.records.types import PlacementState


@dataclass(frozen=True)
class ListRow:
    """One placement in a list."""

    placement: Placement
    url: str
    next: NextThing | None

    @property
    def waits(self) -> bool:
        """Is there something for the reader to do?"""
        return self.next is not None and self.next.act is not None


def list_rows(viewers: Iterable[Viewer], today: date) -> list[ListRow]:
    """The placements as the viewers see them. Only a draft still waits for what the rules find in it."""
    viewers = list(viewers)
    drafts = [viewer.placement for viewer in viewers if viewer.placement.state is PlacementState.DRAFT]
    findings = findings_of_each(session(), drafts, today) if drafts else {}
    rows = [
        ListRow(
            viewer.placement,
            viewer.url("show"),
            next_thing(viewer, findings.get(viewer.placement.id, ()), today),
        )
        for viewer in viewers
    ]
    return sorted(rows, key=lambda row: not row.waits)
