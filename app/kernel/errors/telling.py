"""What the rules refuse is told where somebody waits for an answer, at the form or on the next page."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol

from flask import flash, redirect
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response

from app.kernel.auth import signed_in_principal
from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from app.kernel.forms.base import EditForm
from app.kernel.forms.newer import SavedBy
from ground import audit
from ground.base import Base
from ground.errors import DomainError, EditedMeanwhile, NotFound
from register.people.models import User

Kinds = type[DomainError] | tuple[type[DomainError], ...]
Tellers = Mapping[type[DomainError], Callable[[Any], object]]


class TakesRefusals(Protocol):
    """A form, or several that stand on one page as one."""

    def refuse(self, field_name: str | None, message: str) -> None:
        """Put a message at a field, or above the form (None)."""


class Refusals:
    """A `with` round what a service does: what it refuses is told, and the page goes on below the block.

    `tellers` says who tells each kind of refusal. What is missing flies on and becomes the page of all that is missing,
    unless a teller names it. What was written in the block is taken back: the page that tells is a good answer, whose
    writing the edge keeps. `told` is what was refused, None when nothing was.
    """

    told: DomainError | None = None

    def __init__(self, tellers: Tellers) -> None:
        self._tellers = tellers

    def __enter__(self) -> "Refusals":
        """Mark how the database stands."""
        self._savepoint = session().begin_nested()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Keep what was done, or take it back and tell the refusal; whether it was told."""
        stands = session().get_nested_transaction() is self._savepoint  # own_transaction() leaves the request's
        if error is None and stands:
            try:
                session().flush()  # what crosses is met here, and told like the rest
            except StaleDataError as crossed:
                error = crossed
            else:
                self._savepoint.commit()
        if error is None:
            return False
        if stands:
            self._savepoint.rollback()
        else:
            session().rollback()
        if isinstance(error, StaleDataError):  # another saved between our reading and our writing
            error = EditedMeanwhile()
        if not isinstance(error, DomainError) or (tell := self._teller(type(error))) is None:
            return False
        self.told = error
        tell(error)
        return True

    def _teller(self, refused: type[DomainError]) -> Callable[[Any], object] | None:
        for kind in refused.__mro__:
            if kind in self._tellers:
                return self._tellers[kind]
            if kind is NotFound:
                return None
        return None


def refusals_at(form: TakesRefusals, *, said_by: Tellers | None = None, **fields: Kinds) -> Refusals:
    """Tell what is refused in a form, whose page is then shown again with all that was typed.

    Each of `fields` is told at the field of that name, `said_by` tells in another way, all else is told above the form.
    """

    def at(name: str | None) -> Callable[[DomainError], None]:
        return lambda error: form.refuse(name, str(sentence_for(error)))

    tellers: dict[type[DomainError], Callable[[Any], object]] = {DomainError: at(None)}
    for name, kinds in fields.items():
        tellers |= dict.fromkeys(kinds if isinstance(kinds, tuple) else (kinds,), at(name))
    return Refusals({**tellers, **(said_by or {})})


def refusals_of_edit(
    form: EditForm,
    thing: Base,
    saved: Callable[[], object] | None = None,
    *,
    said_by: Tellers | None = None,
    **fields: Kinds,
) -> Refusals:
    """Tell what is refused in a form for something that exists, and the second of two who edit what the first saved.

    `thing` is what the log has the saves of. `saved` finds what the form would be opened with now: the thing itself,
    where nothing is said.
    """

    def show(_error: EditedMeanwhile) -> None:
        form.show_saved(saved() if saved else thing, _who_saved(thing))

    second: Tellers = {EditedMeanwhile: show}
    return refusals_at(form, said_by={**second, **(said_by or {})}, **fields)


def _who_saved(thing: Base) -> SavedBy | None:
    last = audit.last_save(session(), thing)
    saver = session().get(User, last.actor_id) if last and last.actor_id else None
    return saved_by(saver, last.occurred_at) if last and saver else None


def saved_by(user: User, at: datetime) -> SavedBy:
    """Who saved last, as the reader is told."""
    return SavedBy(user.display_name, user.id == signed_in_principal().id, at)


def refusals_flashed() -> Refusals:
    """Tell what is refused at the top of the page that a button leads to."""
    return Refusals({DomainError: _flash})


def not_now(refused: DomainError, there: str) -> Response:
    """A form that could only be refused is not shown; the page of the thing tells why, and how it stands."""
    flash(str(sentence_for(refused)), "warning")
    return redirect(there)


def _flash(error: DomainError) -> None:
    flash(str(sentence_for(error)), "warning" if isinstance(error, EditedMeanwhile) else "danger")
