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

    @property
    def words(self) -> str:
        """What the reader does next or waits for; empty where nothing is left, and where it is late and so a tag."""
        if self.next is None or self.next.late:
            return ""
        return self.next.title if self.waits or not self.next.text else f"{self.next.title}: {self.next.text}"

    @property
    def tags(self) -> list[tuple[str, str]]:
        """What should have been done by now."""
        return [(self.next.title, "warning")] if self.next and self.next.late else []


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
