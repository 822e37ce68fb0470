"""Requests for authority: the list, one request with its three answers, and the letter with the code."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, settings
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.once import CreateForm
from app.kernel.paging import page_number, url_for_page
from app.kernel.submits import done_once, sent_before
from app.organisations.access import authority_request_there
from app.organisations.county.forms import ConfirmForm, RejectForm
from register.joining import authority as service
from register.joining import queries
from register.joining.authority import Letter
from register.joining.errors import NotVerified
from register.roles.grants import people_with_role
from register.roles.models import AuthorityRequest
from register.roles.types import Role


@pages.get("/fullmakter", access=with_role(Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer"))
def authority_requests() -> str:
    """Those who wait, or those who have been answered."""
    answered = request.args.get("vis") == "besvarte"
    found = queries.authority_requests_page(session(), answered=answered, page=page_number())
    return render_template(
        "organisations/county/authority_requests.html", found=found, answered=answered, url_for_page=url_for_page()
    )


@pages.get(
    "/fullmakter/<uuid:request_id>",
    access=with_role(Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer", relation=authority_request_there),
)
def authority_request(authority_request: AuthorityRequest) -> str:
    """One request and the ways to answer it."""
    return _page(authority_request, ConfirmForm(), RejectForm())


@pages.post(
    "/fullmakter/<uuid:request_id>/bekreft",
    access=with_role(Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer", relation=authority_request_there),
)
def authority_request_confirm(authority_request: AuthorityRequest) -> Response | str:
    """Confirm, with the reason that is logged."""
    form, request_id = ConfirmForm(), authority_request.id
    if form.validate_on_submit():
        with refusals_at(form, confirm_reason=NotVerified):
            service.confirm_by_officer(act(), request_id=request_id, reason=form.confirm_reason.data or "")
            flash(_("Fullmakten er bekreftet. Personen har fått en e-post."))
            return redirect(url_for("county.authority_requests"))
        authority_request = queries.authority_request(session(), request_id)  # as it is now, with whose it is
    return _page(authority_request, form, RejectForm(formdata=None))


@pages.post(
    "/fullmakter/<uuid:request_id>/avsla",
    access=with_role(
        Role.PROGRAMME_LEAD, purpose="say no to a request for authority", relation=authority_request_there
    ),
)
def authority_request_reject(authority_request: AuthorityRequest) -> Response | str:
    """Say no, with a reason that the person reads."""
    form, request_id = RejectForm(), authority_request.id
    if form.validate_on_submit():
        with refusals_at(form):
            service.reject(act(), request_id=request_id, reason=form.reject_reason.data or "")
            flash(_("Forespørselen er avslått. Personen har fått en e-post."))
            return redirect(url_for("county.authority_requests"))
        authority_request = queries.authority_request(session(), request_id)  # as it is now, with whose it is
    return _page(authority_request, ConfirmForm(formdata=None), form)


@pages.post(
    "/fullmakter/<uuid:request_id>/brev",
    access=with_role(Role.PROGRAMME_LEAD, purpose="post a code to an employer", relation=authority_request_there),
)
def authority_request_letter(authority_request: AuthorityRequest) -> Response:
    """Make a code, and lead to the letter. Sent twice it makes one, and the letter that was printed holds."""
    form, request_id = CreateForm(), authority_request.id
    if again := sent_before(form):
        return again
    with refusals_flashed():
        service.make_posted_code(act(), request_id=request_id, key=settings().secret)
        return done_once(form, url_for("county.authority_letter", request_id=request_id))
    return redirect(url_for("county.authority_request", request_id=request_id))


@pages.get(
    "/fullmakter/<uuid:request_id>/brev",
    access=with_role(Role.PROGRAMME_LEAD, purpose="post a code to an employer", relation=authority_request_there),
)
def authority_letter(authority_request: AuthorityRequest) -> Response | str:
    """The letter with the code, for its maker alone and for a few minutes. It may be loaded and printed again."""
    letter = _letter(authority_request)
    if letter is None:
        flash(_("Brevet vises ikke lenger. Lag et nytt hvis du trenger det."), "warning")
        return redirect(url_for("county.authority_request", request_id=authority_request.id))
    locale = authority_request.user.locale.value
    with force_locale(locale):
        return render_template(
            "organisations/county/authority_letter.html",
            request_for_authority=authority_request,
            letter=letter,
            letter_language=locale,
            plass_address=settings().address,
        )


def _letter(asked: AuthorityRequest) -> Letter | None:
    return service.letter_to_show(asked, maker_id=signed_in_principal().id, key=settings().secret, now=now())


def _page(asked: AuthorityRequest, confirm: ConfirmForm, reject: RejectForm) -> str:
    return render_template(
        "organisations/county/authority_request.html",
        request_for_authority=asked,
        leaders=people_with_role(session(), Role.LEADER, organisation_id=asked.organisation_id),
        form=reject if reject.errors else confirm,
        confirm_form=confirm,
        reject_form=reject,
        letter_form=CreateForm(formdata=None),
        letter=_letter(asked),
    )
