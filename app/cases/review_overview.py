"""How far a review has come: how many criteria of each area the certifier has looked at."""

from dataclasses import dataclass
from functools import cached_property

from app.kernel.language import current_language
from certification.cases.case import Case
from certification.cases.findings import is_outdated
from certification.criteria.types import FindingValue


@dataclass(frozen=True)
class AreaReview:
    """One area: how many findings there are, and how many nonconformities."""

    id: str
    name: str
    seen: int
    total: int
    outdated: int
    nonconformities: int


class ReviewOverview:
    """What the overview of a review shows."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def areas(self) -> list[AreaReview]:
        """The areas in order."""
        return [self._area(area.id, area.name.get(current_language())) for area in self.case.areas]

    @property
    def seen(self) -> int:
        """How many criteria have a finding that holds."""
        return sum(area.seen for area in self.areas)

    @property
    def total(self) -> int:
        """How many criteria apply."""
        return sum(area.total for area in self.areas)

    def _area(self, area_id: str, name: str) -> AreaReview:
        ids = [item.criterion.id for item in self.case.in_area(area_id)]
        found = [
            self.case.findings[id_]
            for id_ in ids
            if id_ in self.case.findings and self.case.findings[id_].value is not FindingValue.NOT_SEEN
        ]
        outdated = sum(is_outdated(self.case, finding) for finding in found)
        wrong = sum(finding.value in (FindingValue.MINOR, FindingValue.MAJOR) for finding in found)
        return AreaReview(area_id, name, len(found) - outdated, len(ids), outdated, wrong)
