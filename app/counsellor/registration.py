"""Registering a candidate: first the question that may end it, then as little as is needed."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.auth.current import signed_in_principal
from app.context import now, today
from app.counsellor.blueprint import blueprint
from app.counsellor.registration_forms import ProtectionForm, RegistrationForm
from app.database import session
from app.errors.messages import sentence_for
from app.forms.once import location_of_earlier, remember
from app.translate import _
from certification.register.models import NavOffice
from matching.errors import CandidateProtected, OutsideAgeGroup
from matching.services import candidates

Page = Response | str | tuple[str, int]


@blueprint.route("/kandidater/ny", methods=["GET", "POST"])
def candidate_check() -> Page:
    """The question that comes before everything else. A yes is answered and forgotten."""
    form = ProtectionForm()
    if form.validate_on_submit():
        if form.protected.data == "yes":
            return render_template("counsellor/candidate_refused.html")
        return redirect(url_for("counsellor.candidate_new"))
    return render_template("counsellor/candidate_check.html", form=form)


@blueprint.route("/kandidater/ny/opplysninger", methods=["GET", "POST"])
def candidate_new() -> Page:
    """The name, the birth date and where the person lives; the rest belongs to the talk."""
    form = RegistrationForm().offer(_offices())
    if request.method == "GET":
        return render_template("counsellor/candidate_new.html", form=form)
    who = signed_in_principal()
    earlier = location_of_earlier(session(), form, user_id=who.id)
    if earlier:
        return redirect(earlier)
    if form.validate():
        try:
            candidate = candidates.register(
                session(),
                nav_office_id=form.office_id(),
                counsellor_id=who.id,
                protected=form.protected.data != "no",
                profile=form.profile(),
                today=today(),
                now=now(),
            )
        except CandidateProtected:
            return redirect(url_for("counsellor.candidate_check"))
        except OutsideAgeGroup as refused:
            form.refuse("birth_date", sentence_for(refused))
        else:
            flash(_("Kandidaten er registrert. Fyll ut resten sammen."), "success")
            location = url_for("counsellor.candidate_edit", candidate_id=candidate.id)
            return redirect(remember(session(), form, user_id=who.id, location=location, now=now()))
    return render_template("counsellor/candidate_new.html", form=form)


def _offices() -> list[NavOffice]:
    grants = signed_in_principal().grants
    return [grant.nav_office for grant in grants if grant.nav_office is not None]
