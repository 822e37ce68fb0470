"""The components of the interface on one page, in all their states."""

from flask import render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, RadioField, SelectField, SelectMultipleField

from app.kernel.access import everyone
from app.kernel.audiences import development as pages
from app.kernel.forms.base import Form
from app.kernel.forms.fields import DateField, EmailField, HoursField, StringField, TextAreaField, TimeField
from app.kernel.forms.validators import AtMost, Required

MISSING = _l("Fyll ut dette feltet.")


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
    adaptations = SelectMultipleField(
        _l("Tilrettelegging"), choices=[("quiet", _l("Rolig sted")), ("gradual", _l("Gradvis opptrapping"))]
    )
    start = DateField(_l("Første dag"))
    time = TimeField(_l("Klokkeslett"))
    hours = HoursField(_l("Timer i uken"))
    attachment = FileField(_l("Vedlegg"))
    consent = BooleanField(_l("Jeg har lest dette"), validators=[Required(MISSING)])


@pages.get("/komponenter", access=everyone("see the components"))
def components() -> str:
    """All components; with ?feil=1 the form shows its errors."""
    form = ExampleForm()
    if request.args.get("feil"):
        form.validate()
    return render_template("development/components.html", form=form)
