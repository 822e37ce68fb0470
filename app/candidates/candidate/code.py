"""The way in with a code from the counsellor."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.candidates.forms import CodeForm
from app.kernel.access import everyone
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act, start_session, stop_session
from app.kernel.context import now, settings
from app.kernel.database import own_transaction
from app.kernel.drafts import way_back
from app.kernel.errors.telling import refusals_at
from app.kernel.limits import count_wrong_try, wrong_tries
from ground.act import Act
from matching.candidates import sign_in_codes
from matching.candidates.errors import CodeUnusable


@pages.route("/kode", methods=["GET", "POST"], access=everyone("sign in with a code from the counsellor"))
@wrong_tries
def enter_code() -> Response | str:
    """Sign in with a code. Every wrong code gets the same answer, and every try is counted."""
    form = CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        with refusals_at(form, code=CodeUnusable):
            with own_transaction() as short:
                sign_in_codes.count_attempt(Act(short, None, now()), typed=typed)
            done = sign_in_codes.use_code(act(), typed=typed, key=settings().secret)
            stop_session()
            start_session(done.user, done.session_token)
            return redirect(way_back() or url_for("candidate.front"))
        count_wrong_try()
    return render_template("candidates/candidate/enter_code.html", form=form)
