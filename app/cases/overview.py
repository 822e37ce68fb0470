"""How far a case has come: progress by area, what is missing, and where to go on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from flask import url_for

from app.cases.sentences import gap_sentence, place_name
from app.kernel.language import current_language
from app.kernel.pictures.ring import PartState
from app.kernel.translate import ngettext
from certification.cases.case import Case
from certification.cases.rules.codes import GapCode, GapSeverity
from certification.cases.rules.gaps import Gap, may_be_signed
from certification.criteria.editions.schema import Edition


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


@dataclass(frozen=True)
class MissingLine:
    """One thing that is missing: where, what, and the area whose page it is mended on."""

    place: str
    text: str
    area_id: str | None
    anchor: str


def by_area(edition: Edition, criterion_ids: Iterable[str], sentence: Callable[[list[str]], str]) -> list[MissingLine]:
    """One line for each area instead of one for each criterion, where all say the same."""
    areas: dict[str, list[str]] = {}
    for id_ in criterion_ids:
        areas.setdefault(edition.area_of(id_).id, []).append(id_)
    return [
        MissingLine(place_name(None, area_id, edition), sentence(ids), area_id, ids[0])
        for area_id, ids in areas.items()
    ]


def unanswered_sentence(ids: list[str]) -> str:
    """How many criteria of an area are not answered, and which."""
    return ngettext(
        "%(num)s kriterium er ikke besvart: %(ids)s.",
        "%(num)s kriterier er ikke besvart: %(ids)s.",
        len(ids),
        ids=", ".join(ids),
    )


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
    def blocking(self) -> list[MissingLine]:
        """What must be done before the case can be sent."""
        found = [gap for gap in self._gaps if gap.severity is GapSeverity.BLOCKING]
        unanswered = [gap.criterion_id or "" for gap in found if gap.code is GapCode.UNANSWERED]
        others = [self._line(gap) for gap in found if gap.code is not GapCode.UNANSWERED]
        return [*others, *by_area(self.case.edition, unanswered, unanswered_sentence)]

    @cached_property
    def advisory(self) -> list[MissingLine]:
        """What may stay open, but stands in the way of the level."""
        return [self._line(gap) for gap in self._gaps if gap.severity is GapSeverity.ADVISORY]

    @property
    def _gaps(self) -> list[Gap]:
        """All gaps but the signature, which has a page of its own."""
        return [gap for gap in self.case.gaps if gap.code is not GapCode.SIGNATURE_MISSING]

    def area_url(self, endpoint: str, **arguments: object) -> Callable[[str], str]:
        """A function from the id of an area to the reader's page for it."""
        return lambda area_id: url_for(endpoint, area_id=area_id, **arguments)  # type: ignore[arg-type]  # Flask takes any value

    def _line(self, gap: Gap) -> MissingLine:
        edition = self.case.edition
        return MissingLine(
            place_name(gap.criterion_id, gap.area_id, edition),
            gap_sentence(gap, edition),
            gap.area_id,
            gap.criterion_id or "",
        )
