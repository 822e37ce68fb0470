"""The components of the interface on one page, in all their states."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from flask import render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, RadioField, SelectField

from app.kernel.access import everyone
from app.kernel.audiences import development as pages
from app.kernel.context import now, today
from app.kernel.forms.base import Form
from app.kernel.forms.fields import Checkboxes, DateField, EmailField, HoursField, StringField, TextAreaField, TimeField
from app.kernel.forms.steps import Place, Step
from app.kernel.forms.validators import AtMost, Required
from app.kernel.pictures.curve import Goal, curve
from app.kernel.pictures.tiles import Told
from app.kernel.sorting import sorting
from app.kernel.waiting import NOTHING_WAITS, Waiting, WaitingList, waiting_list
from ground.paging import Order, Page
from ground.texts import Locale
from register.organisations.municipalities import municipalities

LONG_FORM = tuple(Step(name, _l("Når og hvor langt?"), ()) for name in ("a", "b", "c", "d"))
MISSING = _l("Fyll ut dette feltet.")

EXAMPLE_STEPS: dict[str, Told | None] = {
    **{one.number: (0, 4) for one in municipalities()},
    "3201": (20, 24),
    "3203": (10, 14),
    "3205": (50, 54),
    "3209": (5, 9),
    "3207": (10, 19),
    "3228": (0, 9),
    "3240": (20, 39),
    "3222": (50, 99),
    "3242": None,
}
"""Every colour, with and without stripes, and a number that is not shown."""

EXAMPLE_MONTHS = [(date(2026, month, 28), number) for month, number in enumerate((3, 8, 20, 31, 52, 65), 1)]


class ExampleForm(Form):
    """One field of each kind."""

    name = StringField(_l("Navn"), validators=[Required(MISSING)])
    email = EmailField(_l("E-postadresse"))
    about = TextAreaField(_l("Om plassen"), validators=[AtMost(300)])
    municipality = SelectField(_l("Kommune"), choices=[("3205", "Lillestrøm"), ("3207", "Nordre Follo")])
    kind = RadioField(
        _l("Type plass"),
        choices=[("permanent", _l("Fast jobb")), ("summer", _l("Sommerjobb"))],
        validators=[Required(MISSING)],
    )
    adaptations = Checkboxes(
        _l("Tilrettelegging"),
        choices=[("quiet", _l("Et rolig sted å jobbe")), ("gradual", _l("Færre timer i starten, flere etter hvert"))],
    )
    finished = RadioField(
        _l("Ferdig med 10. trinn?"),
        choices=[("yes", _l("Ja")), ("no", _l("Nei")), ("", _l("Ikke spurt"))],
        default="yes",
    )
    days = Checkboxes(
        _l("Dager som passer"),
        choices=[("mon", _l("Mandag")), ("tue", _l("Tirsdag")), ("wed", _l("Onsdag"))],
        default=["tue"],
    )
    claim = RadioField(
        _l("Hvordan er det hos dere?"),
        choices=[("met", _l("Oppfylt")), ("partly", _l("Delvis oppfylt")), ("not_met", _l("Ikke oppfylt"))],
        validators=[Required(_l("Velg det som passer best."))],
    )
    start = DateField(_l("Første dag"))
    time = TimeField(_l("Klokkeslett"))
    hours = HoursField(_l("Timer i uken"))
    attachment = FileField(_l("Vedlegg"))
    consent = BooleanField(_l("Jeg har lest dette"), validators=[Required(MISSING)])


def example_waiting() -> WaitingList:
    """One row for each way in which something can wait, and one more than is shown at first."""
    days: list[dict[str, Any]] = [
        *({"due": today() + timedelta(days=ahead)} for ahead in (-3, 0, 1, 9)),
        *({"since": now() - timedelta(days=ago)} for ago in (0, 4)),
        {},
        {},
    ]
    rows = (
        Waiting(str(number), "Romerike Gjenbruk AS", _l("Vurder"), "#", where="Lillestrøm", **one)
        for number, one in enumerate(days)
    )
    return waiting_list(rows, today())


@pages.get("/komponenter", access=everyone("see the components"))
def components() -> str:
    """All components; with ?feil=1 the form shows its errors."""
    form = ExampleForm()
    if request.args.get("feil"):
        form.validate()
    return render_template(
        "development/components.html",
        form=form,
        place=Place(LONG_FORM, 1),
        example_steps=EXAMPLE_STEPS,
        example_counts={one.number: (number, number) for number, one in enumerate(municipalities())},
        example_page=Page(rows=["Hjelper på lager", "Hjelper på kjøkken"], number=4, pages=9, total=170),
        example_sorting=sorting(Order.NEWEST, Order.LAST_DAY),
        example_waiting=example_waiting(),
        nothing_waits=NOTHING_WAITS,
        example_draft={"written_at": now(), "files": ("attachment",), "left_out": ("about",), "page": "", "form": ""},
        example_text=SimpleNamespace(written_in=Locale.ENGLISH),
        example_curve=curve(EXAMPLE_MONTHS),
        example_curve_to_goal=curve(EXAMPLE_MONTHS, Goal(1000, date(2028, 12, 31))),
    )
