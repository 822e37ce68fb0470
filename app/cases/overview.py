"""How far a case has come: progress by area, what is missing, and where to go on."""

from dataclasses import dataclass
from functools import cached_property

from app.cases.lines import Line, lines_of
from app.cases.sentences import gap_said
from app.kernel.language import current_language
from app.kernel.pictures.ring import PartState
from certification.cases.case import Case
from certification.cases.rules.codes import GapCode, GapSeverity
from certification.cases.rules.gaps import Gap, may_be_signed


@dataclass(frozen=True)
class AreaProgress:
    """One area: how much of it is answered and how many things are missing."""

    id: str
    name: str
    about: str
    answered: int
    total: int
    missing: int

    @property
    def state(self) -> PartState:
        """How far it has come: its part of the ring."""
        if self.is_done:
            return PartState.DONE
        return PartState.BEGUN if self.answered else PartState.TODO

    @property
    def is_done(self) -> bool:
        """Whether everything is answered and nothing is missing."""
        return self.answered == self.total and not self.missing


class CaseOverview:
    """What the overview of a case shows."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def areas(self) -> list[AreaProgress]:
        """The areas in order."""
        locale = current_language()
        rows = []
        for area in self.case.areas:
            answered, total = self.case.answered_in(area.id)
            missing = {gap.criterion_id for gap in self._gaps if gap.area_id == area.id}
            rows.append(
                AreaProgress(area.id, area.name.get(locale), area.about.get(locale), answered, total, len(missing))
            )
        return rows

    @property
    def answered(self) -> int:
        """How many criteria are answered."""
        return sum(area.answered for area in self.areas)

    @property
    def total(self) -> int:
        """How many criteria apply."""
        return sum(area.total for area in self.areas)

    @property
    def next_area(self) -> AreaProgress | None:
        """The first area that is not done."""
        return next((area for area in self.areas if not area.is_done), None)

    @property
    def may_be_signed(self) -> bool:
        """Whether only the signature is left of what must be done."""
        return may_be_signed(self.case.gaps)

    @cached_property
    def blocking(self) -> list[Line]:
        """What must be done before the case can be sent; what is not answered comes last."""
        found = sorted(self._of(GapSeverity.BLOCKING), key=lambda gap: gap.code is GapCode.UNANSWERED)
        return self._lines(found)

    @cached_property
    def advisory(self) -> list[Line]:
        """What may stay open, but stands in the way of the level."""
        return self._lines(self._of(GapSeverity.ADVISORY))

    @property
    def _gaps(self) -> list[Gap]:
        """All gaps but the signature, which has a page of its own."""
        return [gap for gap in self.case.gaps if gap.code is not GapCode.SIGNATURE_MISSING]

    def _of(self, severity: GapSeverity) -> list[Gap]:
        return [gap for gap in self._gaps if gap.severity is severity]

    def _lines(self, found: list[Gap]) -> list[Line]:
        return lines_of(self.case, (gap_said(gap, self.case.edition) for gap in found))
