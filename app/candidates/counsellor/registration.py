"""Registering a candidate: first the question that may end it, then as little as is needed."""

from flask import flash, redirect, render_template, request, url_for
from flask import session as browser_session
from werkzeug.wrappers import Response

from app.candidates.forms import ProtectionForm, RegistrationForm
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.errors.telling import refusals_at
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from matching.candidates import life as candidates
from matching.candidates.errors import OutsideAgeGroup
from register.organisations.models import NavOffice
from register.roles.types import Role

ASKED = "asked_about_protection"
"""In the browser's session: that the answer was no for the person who is registered next. Nothing of whom."""
Page = Response | str | tuple[str, int]


@pages.route(
    "/kandidater/ny", methods=["GET", "POST"], access=with_role(Role.COUNSELLOR, purpose="register a candidate")
)
def candidate_check() -> Page:
    """The question that comes before everything else. A yes is answered and forgotten."""
    form = ProtectionForm()
    if form.validate_on_submit():
        if form.protected.data == "yes":
            return redirect(url_for("counsellor.candidate_refused"))
        browser_session[ASKED] = True
        return redirect(url_for("counsellor.candidate_new"))
    return render_template("candidates/counsellor/check.html", form=form)


@pages.get("/kandidater/ny/skjermet", access=with_role(Role.COUNSELLOR, purpose="register a candidate"))
def candidate_refused() -> str:
    """What to do for somebody who may not be registered. The page is about nobody, and nothing is kept."""
    return render_template("candidates/counsellor/refused.html")


@pages.route(
    "/kandidater/ny/opplysninger",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="register a candidate"),
)
def candidate_new() -> Page:
    """The name, the birth date and where the person lives; the rest belongs to the talk.

    Whoever comes here without having answered the question is led to it. A form sent twice is led to where the first
    one led.
    """
    form = RegistrationForm().offer(_offices())
    if again := sent_before(form):
        return again
    if not browser_session.get(ASKED):
        return redirect(url_for("counsellor.candidate_check"))
    if request.method == "GET":
        return render_template("candidates/counsellor/new.html", form=form)
    if form.validate():
        with refusals_at(form, birth_date=OutsideAgeGroup):
            candidate = candidates.register(
                act(), nav_office_id=form.office_id(), protected=False, profile=form.profile()
            )
            del browser_session[ASKED]  # the next person is asked about anew
            flash(_("Kandidaten er registrert. Fyll ut resten sammen."), "success")
            location = url_for("counsellor.candidate_edit", candidate_id=candidate.id)
            return done_once(form, location)
    return render_template("candidates/counsellor/new.html", form=form)


def _offices() -> list[NavOffice]:
    grants = signed_in_principal().grants
    return [grant.nav_office for grant in grants if grant.nav_office is not None]
