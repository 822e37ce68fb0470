"""Pages about Plass itself: privacy, accessibility, open data."""

from flask import render_template

from app.public.blueprint import blueprint


@blueprint.get("/personvern")
def privacy() -> str:
    """What is kept about whom, why, and what one can ask for."""
    return render_template("public/privacy.html")


@blueprint.get("/tilgjengelighet")
def accessibility() -> str:
    """How accessible Plass is, and where to tell of a barrier."""
    return render_template("public/accessibility.html")


@blueprint.get("/apne-data")
def open_data() -> str:
    """What can be fetched by machines."""
    return render_template("public/open_data.html")
