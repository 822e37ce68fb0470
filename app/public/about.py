"""Pages about Plass itself: privacy, accessibility, open data."""

from flask import render_template

from app.kernel.access import everyone
from app.kernel.audiences import public as pages


@pages.get("/personvern", access=everyone("read how Plass looks after people's data"))
def privacy() -> str:
    """What is kept about whom, why, and what one can ask for."""
    return render_template("public/privacy.html")


@pages.get("/tilgjengelighet", access=everyone("read how accessible Plass is, and tell of barriers"))
def accessibility() -> str:
    """How accessible Plass is, and where to tell of a barrier."""
    return render_template("public/accessibility.html")


@pages.get("/apne-data", access=everyone("find the open data"))
def open_data() -> str:
    """What can be fetched by machines."""
    return render_template("public/open_data.html")
