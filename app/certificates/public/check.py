"""«Sjekk et sertifikat»: what a code or an organisation number stands for today, for anybody who was shown one."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.certificates.words import words_of
from app.kernel.access import everyone
from app.kernel.audiences import public as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from app.kernel.forms.base import FilterForm
from app.kernel.forms.fields import StringField
from app.kernel.limits import limiter
from app.kernel.translate import _
from certification.certificates.looking_up import look_up
from certification.certificates.queries import has_code
from ground.secrets import normalise_code
from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import is_mistyped_number, number_searched_for

LONGEST = 100


class CheckForm(FilterForm):
    """What is checked stands in the address, and can be shared."""

    nr = StringField(
        _l("Kode eller organisasjonsnummer"),
        description=_l("Koden står på sertifikatet. Organisasjonsnummeret har ni sifre."),
    )

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.nr.flags.no_mark = True  # it is all there is to fill in


@pages.get("/sjekk", access=everyone("check a certificate"))
@limiter.limit("60 per minute")
def check() -> Response | str:
    """A code leads to its certificate; a number is answered as the look-up for buyers answers it."""
    form = CheckForm(request.args)
    typed = (form.nr.data or "").strip()[:LONGEST]
    number, code = number_searched_for(typed), normalise_code(typed)
    if not number and code and has_code(session(), code):
        return redirect(url_for("public.certificate", code=code))
    told = look_up(session(), number, today()) if number else None
    if typed and not number:
        wrong_number = is_mistyped_number(typed)
        form.refuse(
            "nr",
            str(sentence_for(InvalidOrganisationNumber()))
            if wrong_number
            else _("Vi finner ikke noe sertifikat med denne koden. Se om alle tegnene er med."),
        )
    return render_template(
        "certificates/public/check.html",
        form=form,
        number=number,
        told=told,
        words=words_of(told.certificate, today()) if told and told.certificate else None,
        today=today(),
    )
