"""The words by which an opening is found, as they are compared."""

from ground.alphabet import folded
from matching.catalogue.occupations import occupations
from matching.records.tables.opening import Opening
from register.organisations.municipalities import municipality_name


def search_text_of(opening: Opening) -> str:
    """Title, summary, tasks, occupation in all languages, employer, workplace and municipality."""
    occupation = occupations().get(opening.styrk_code or "")
    names = [occupation.names.nb, occupation.names.nn, occupation.names.en] if occupation else []
    workplace = opening.workplace
    parts = [
        opening.title,
        opening.summary,
        *(task.text for task in opening.tasks),
        *names,
        opening.organisation.name,
        workplace.name,
        workplace.town or "",
        municipality_name(workplace.municipality_number),
    ]
    return folded("\n".join(part for part in parts if part))
