"""Reading the editions of the criteria in one's own language."""

from flask import render_template

from app.county.blueprint import blueprint
from app.database import session
from certification.criteria import library as service


@blueprint.get("/utgaver")
def editions() -> str:
    """All editions."""
    return render_template("county/editions.html", editions=service.editions(session()))


@blueprint.get("/utgaver/<number>")
def edition(number: str) -> str:
    """One edition with all its criteria."""
    row = service.edition_by_number(session(), number)
    return render_template("county/edition.html", row=row, edition=service.content_of(row))
