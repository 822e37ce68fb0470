"""What the rules answer with, as lines: each sentence once, with the names of all that it is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import url_for

from app.kernel.language import current_language
from app.kernel.translate import _
from certification.cases.case import Case


@dataclass(frozen=True)
class Place:
    """Where something is, by its name: a criterion on its area's page, or the whole area.

    Without an area it is a question about the employer, or a criterion that no longer applies.
    """

    name: str
    area_id: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Line:
    """A sentence and the places it is about; about one it stands beside its name, about several above their names."""

    text: str
    places: tuple[Place, ...] = ()
    is_about_several: bool = False


@dataclass(frozen=True)
class Said:
    """One answer of the rules: the sentence, what it is about, and how it is said of several.

    It is about criteria, an area or, by its name, a question about the employer; of the case as a whole none is named.
    """

    text: str
    criteria: tuple[str, ...] = ()
    area_id: str | None = None
    question: str = ""
    of_several: Callable[[int], str] | None = None


def area_url(endpoint: str, **arguments: object) -> Callable[[str], str]:
    """A function from the id of an area to the reader's page for it."""
    return lambda area_id: url_for(endpoint, area_id=area_id, **arguments)  # type: ignore[arg-type]  # Flask takes any value


def place_of(case: Case, criterion_id: str) -> Place:
    """A criterion by its name, on its area's page; one that no longer applies to the employer stands on none."""
    name = case.edition.criterion_name(criterion_id, current_language())
    if all(item.criterion.id != criterion_id for item in case.applicable):
        return Place(name)
    return Place(name, case.edition.area_of(criterion_id).id, criterion_id)


def lines_of(case: Case, answers: Iterable[Said]) -> list[Line]:
    """The answers as lines, where those that say the same are one, in the order in which they were first said."""
    alike: dict[str, list[Said]] = {}
    for answer in answers:
        alike.setdefault(answer.text, []).append(answer)
    return [_line(case, group) for group in alike.values()]


def _line(case: Case, alike: list[Said]) -> Line:
    first = alike[0]
    criteria = [id_ for one in alike for id_ in one.criteria]
    language = current_language()
    others = [
        Place(case.edition.area_name(one.area_id, language), one.area_id) if one.area_id else Place(one.question)
        for one in alike
        if not one.criteria and (one.area_id or one.question)
    ]
    count = len(criteria) + len(others)
    text = first.of_several(count) if first.of_several and count > 1 else first.text
    return Line(text, (*others, *_places(case, criteria)), count > 1)


def _places(case: Case, criterion_ids: list[str]) -> list[Place]:
    """The criteria by name, in the edition's order; an area of which nothing is left out is one place."""
    language, wanted = current_language(), set(criterion_ids)
    places = []
    for area in case.edition.areas:
        named = [one.id for one in area.criteria if one.id in wanted]
        asked = {item.criterion.id for item in case.applicable if item.area.id == area.id}
        if len(named) > 1 and asked == set(named):
            everything = _("Alt i %(area)s (%(count)s)", area=area.name.get(language), count=len(named))
            places.append(Place(everything, area.id))
        else:
            places += [place_of(case, id_) for id_ in named]
    return places
