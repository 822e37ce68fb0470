"""Small editions, criteria and profiles."""

from typing import Any

from certification.criteria.editions.criterion import Criterion
from certification.criteria.editions.loader import bundled_editions
from certification.criteria.editions.schema import Area, Edition
from certification.criteria.rules.profile import Profile
from certification.criteria.types import EvidenceKind, LevelId, RequirementType
from ground.texts import Translated
from register.organisations.types import Sector

SHORT = Translated(nb="tekst", nn="tekst", en="text")


def edition() -> Edition:
    """The edition that comes with Plass."""
    return bundled_editions()[-1]


def profile(**changes: Any) -> Profile:
    """A private employer with 120 employees to which every other question is answered with yes."""
    answers: dict[str, Any] = {
        "employees": 120,
        "sector": Sector.PRIVATE,
        "has_under_18": True,
        "trade": True,
        "has_apprentices": True,
        "takes_training": True,
    }
    return Profile(**answers | changes)


def criterion(id_: str, asked: RequirementType = RequirementType.MUST, **changes: Any) -> Criterion:
    """A criterion that both certificates ask for in the same way."""
    fields: dict[str, Any] = {
        "id": id_,
        "text": SHORT,
        "why": SHORT,
        "how": SHORT,
        "requirements": {LevelId.INKLUDERENDE: asked, LevelId.PADRIVER: asked},
        "weight": 1,
        "evidence": (EvidenceKind.SELF_DECLARATION,),
    }
    return Criterion(**fields | changes)


def area(id_: str, *criteria: Criterion, gate: bool = False) -> Area:
    """An area with these criteria."""
    return Area(id=id_, name=SHORT, about=SHORT, gate=gate, applies_when={}, criteria=criteria)


def edition_with(*areas: Area) -> Edition:
    """The bundled edition with other areas."""
    return edition_but(areas=areas)


def edition_but(**changes: Any) -> Edition:
    """The bundled edition with some of its fields replaced."""
    fields = {name: getattr(edition(), name) for name in Edition.model_fields}
    return Edition(**fields | changes)
