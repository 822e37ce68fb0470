"""The way in with a code from the counsellor."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.auth.current import start_session, stop_session
from app.candidate.blueprint import blueprint
from app.candidate.forms import CodeForm
from app.context import now, settings
from app.database import own_transaction, session
from app.errors.messages import sentence_for
from app.rate_limits import limiter, sign_in_limit
from matching.candidates import sign_in_codes
from matching.candidates.errors import CodeUnusable


@blueprint.route("/kode", methods=["GET", "POST"])
@limiter.limit(sign_in_limit, methods=["POST"])
def enter_code() -> Response | str:
    """Sign in with a code. Every wrong code gets the same answer, and every try is counted."""
    form = CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        try:
            with own_transaction() as short:
                sign_in_codes.count_attempt(short, typed=typed, now=now())
            done = sign_in_codes.use_code(session(), typed=typed, key=settings().secret, now=now())
        except CodeUnusable as refused:
            form.refuse("code", str(sentence_for(refused)))
        else:
            stop_session()
            start_session(done.user, done.session_token)
            return redirect(url_for("candidate.front"))
    return render_template("candidate/enter_code.html", form=form)
