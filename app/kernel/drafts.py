"""What is typed in a form survives the end of a session.

Somebody writes for half an hour and sends; meanwhile their session has ended. What they typed is kept on the server as
theirs for 24 hours, and whoever signs in as that user, and nobody else, finds it in the form again: not sent, and with
what the form carried when it was opened. So the second of two editors is still told (`EditForm.version`), and a form
that creates does its work once (`CreateForm.submit_key`).

**Whose it is, the form itself says.** Every form with something to fill in, shown to a signed-in person, carries a
sealed mark: whose form it is, the page it stands on and where it is sent. A cookie could not tell it: it is gone after
twelve hours or with the browser, is emptied when one signs out in another tab, and belongs to somebody else when they
have signed in meanwhile. The mark is what a page from elsewhere lacks, like the CSRF token; unlike the token, which
this browser gives to anyone at its keyboard, it is only ever written for a living session. So nothing can be slipped
in among another's drafts. A form that is sent by another than it was shown to is not carried out, and kept for its own.

**What is not kept**: a form that says `never_kept` (codes, and what must not be stored), files, what a guard refuses
(`GUARDS`), and what makes the whole too long. Text that is left out is shown once more on the answer itself.

**What it costs**: nothing to a request of somebody without drafts. Signing in looks whether there are any, and notes
it in the cookie; only then pages with forms ask for them. A draft goes away when its form has been carried out (the
answer leads on), when it is thrown away, when the user is closed, and after 24 hours.
"""

import re
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, before_render_template, g, request, url_for
from flask import session as cookie
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import MultiDict
from wtforms import Field, FileField
from wtforms.csrf.core import CSRFTokenField

from app.kernel.access import SAFE_METHODS
from app.kernel.auth import HAS_DRAFTS, act, principal
from app.kernel.context import now, settings
from app.kernel.database import own_transaction, session
from ground.act import Act
from ground.errors import DomainError
from ground.identity_numbers import holds_identity_number
from register.sign_in import drafts
from register.sign_in.models import KeptDraft

MARK = "form_mark"
"""The hidden field with the mark."""
MARK_LIFE_SECONDS = 7 * 24 * 3600
"""Longer than anybody leaves a form open: what is kept of it is kept for 24 hours from when it is sent."""
MOST_CHARACTERS = 100_000
"""Of all fields of a form together; the longest are left out until the rest fits."""
LONGEST_ADDRESS = 300
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


GUARDS: tuple[Callable[[str], bool], ...] = (holds_identity_number,)
"""What must never be kept: each says of the text of one field whether it is refused. The one place for more of them."""


class FormOfAnother(DomainError):
    """A form was sent by another than the one it was shown to."""


@dataclass(frozen=True)
class Mark:
    """Whose a form is, the page it stands on, where it is sent and which it is: several may be sent to one address."""

    user_id: uuid.UUID
    page: str
    form: str

    def sealed(self) -> str:
        """The mark as it stands in the form, which nobody else can make."""
        return _seal().dumps([self.user_id.hex, self.page, self.form])


@dataclass(frozen=True)
class Kept:
    """What became of a form that was sent by somebody who was signed out."""

    mark: Mark
    left_out: tuple[str, ...]
    """What was typed and is not kept, field by field."""


@dataclass(frozen=True)
class Frame:
    """What goes with a form on a page: its mark, and the draft that it shows, if there is one."""

    mark: str
    draft: KeptDraft | None


def register(app: Flask) -> None:
    """Let all forms be shown with what was kept of them, and forget what has been carried out."""
    app.jinja_env.globals["form_frame"] = form_frame
    before_render_template.connect(_ask_before_rendering, app)
    app.after_request(_forget_what_is_carried_out)


def refuse_form_of_another() -> None:
    """Raise FormOfAnother when the form that is sent was shown to another than the one who is signed in now."""
    mark = sent_mark()
    if mark is not None and principal() is not None and not is_senders_own(mark):
        raise FormOfAnother


def is_senders_own(mark: Mark) -> bool:
    """Whether a form was shown to the one who is signed in now."""
    who = principal()
    return who is not None and who.id == mark.user_id


def sent_mark() -> Mark | None:
    """The mark of the form that is sent in this request; None where there is none of our making."""
    with suppress(BadData, ValueError, TypeError):
        user_id, page, form = _seal().loads(request.form.get(MARK, ""), max_age=MARK_LIFE_SECONDS)
        return Mark(uuid.UUID(user_id), page, form)
    return None


def keep_what_was_sent() -> Kept | None:
    """Keep the form of this request for the one it was shown to; None when nothing of it could be kept."""
    mark = sent_mark()
    if mark is None:
        return None
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in {MARK, "csrf_token"}]
    kept, left_out = _sorted_out(typed)
    draft = KeptDraft(
        user_id=mark.user_id,
        page=mark.page,
        form=mark.form,
        written_at=now(),
        typed=[list(pair) for pair in kept],
        left_out=[name for name, _ in left_out],
        files=any(file.filename for file in request.files.values()),
    )
    with suppress(IntegrityError), own_transaction() as short:  # sent twice at once: the other one is kept
        if not drafts.keep_draft(Act(short, None, now()), draft):
            return None
    g.kept_now = True
    if is_senders_own(mark):
        cookie[HAS_DRAFTS] = True
    return Kept(mark, tuple(text for _, text in left_out))


def form_frame(form: Any, action: str | None) -> Frame | None:
    """For the macro that opens a form: its mark, after the form has been filled with what is kept of it.

    None where nobody is signed in, nothing can be typed, or what is typed may not be kept.
    """
    who = principal()
    if who is None or form is None or getattr(form, "never_kept", False) or not any(map(_is_typed, form)):
        return None
    page = _page_of_forms()
    mark = Mark(who.id, page, f"{action or page}#{type(form).__name__}")
    if max(len(mark.page), len(mark.form)) > LONGEST_ADDRESS:
        return None
    draft = _drafts_to_show().get((mark.page, mark.form)) if request.method in SAFE_METHODS else None
    if draft is not None:
        _fill(form, draft)
    return Frame(mark.sealed(), draft)


def drafts_of_reader() -> Sequence[KeptDraft]:
    """The drafts of the one who is signed in, the newest first."""
    return tuple(_drafts_to_show().values())


def way_back() -> str:
    """The page of the newest draft of the one who has signed in now; empty without one."""
    return next((draft.page for draft in drafts_of_reader()), "")


def _ask_before_rendering(_app: Flask, context: Mapping[str, object], **_more: object) -> None:
    """A page with forms is given what is kept of them before it is made: a template asks the database for nothing."""
    if request and request.method in SAFE_METHODS and any(hasattr(one, "form_errors") for one in context.values()):
        _drafts_to_show()


def _drafts_to_show() -> dict[tuple[str, str], KeptDraft]:
    if not cookie.get(HAS_DRAFTS):
        return {}
    if "drafts" not in g:
        who = principal()
        found = drafts.drafts_of(session(), user_id=who.id, now=now()) if who else ()
        if not found:
            cookie.pop(HAS_DRAFTS)
        g.drafts = {(one.page, one.form): one for one in found}
    return g.drafts  # type: ignore[no-any-return]  # flask.g holds anything


def _fill(form: Iterable[Field], draft: KeptDraft) -> None:
    """Show in the form what is kept; a field that was left out shows what the form was opened with."""
    typed = MultiDict([(name, value) for name, value in draft.typed])
    for field in form:
        if field.name not in draft.left_out and not isinstance(field, CSRFTokenField | FileField):
            opened_with = field.data
            field.process(typed)
            # What is folded away stands open where it shows something of the draft.
            field.flags.kept = (field.data or None) != (opened_with or None)


def _is_typed(field: Field) -> bool:
    return getattr(field.widget, "input_type", "") != "hidden"


def _page_of_forms() -> str:
    """The address at which the page with this form can be opened: not where a form is only sent."""
    rule = request.url_rule
    if request.method not in SAFE_METHODS and (rule is None or "GET" not in (rule.methods or ())):
        mark = sent_mark()
        return mark.page if mark else url_for("auth.home")
    return request.full_path.rstrip("?")


def _sorted_out(typed: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What may be kept, and what is left out: first what a guard refuses, then the longest until the rest fits."""
    left_out = [pair for pair in typed if _is_refused(pair[1])]
    kept = [pair for pair in typed if pair not in left_out]
    while sum(len(name) + len(value) for name, value in kept) > MOST_CHARACTERS:
        longest = max(kept, key=lambda pair: len(pair[1]) + len(pair[0]))
        kept.remove(longest)
        left_out.append(longest)
    return kept, left_out


def _is_refused(text: str) -> bool:
    """Nobody types the ids that forms carry; one in a few hundred holds eleven digits by chance."""
    return not ID.fullmatch(text) and any(refuses(text) for refuses in GUARDS)


def _forget_what_is_carried_out(response: Response) -> Response:
    """A form that leads on has done its work."""
    if (
        request.method in SAFE_METHODS
        or not cookie.get(HAS_DRAFTS)
        or "kept_now" in g
        or response.status_code // 100 != 3
    ):
        return response
    mark = sent_mark()
    if mark is not None and is_senders_own(mark):
        drafts.throw_away(act(), user_id=mark.user_id, page=mark.page, form=mark.form)
    return response


def _seal() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings().secret, salt="whose form it is")
