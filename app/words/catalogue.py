"""The names of skills, occupations and tasks, in the language of the page."""

from app.kernel.language import current_language
from ground.texts import Translated
from matching.catalogue.occupations import occupations
from matching.catalogue.skills import skills
from matching.law.age_gates import age_gates


def in_language(names: Translated) -> str:
    """The name in the language of the reader."""
    return str(getattr(names, current_language().value))


def skill_name(code: str) -> str:
    """What a known skill is called; an unknown code is shown as it is."""
    skill = skills().get(code)
    return in_language(skill.names) if skill else code


def occupation_name(code: str | None) -> str:
    """What an occupation is called, or an empty string."""
    occupation = occupations().get(code or "")
    return in_language(occupation.names) if occupation else ""


def gate_name(code: str) -> str:
    """What a task with a lower age in law is called; an unknown code is shown as it is."""
    gate = age_gates().get(code)
    return in_language(gate.names) if gate else code
