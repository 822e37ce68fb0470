"""What the rules refuse is told where somebody waits for an answer, at the form or on the next page."""

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

from flask import flash
from sqlalchemy.orm.exc import StaleDataError

from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from app.kernel.forms.base import EditForm, Form
from ground.errors import DomainError, EditedMeanwhile

Kinds = type[DomainError] | tuple[type[DomainError], ...]
Tellers = Mapping[type[DomainError], Callable[[Any], object]]


class Refusals:
    """A `with` round what a service does: what it refuses is told, and the page goes on below the block.

    `tellers` says who tells each kind of refusal; any other kind flies on and becomes a page of its own. What was
    written in the block is taken back: the page that tells is a good answer, whose writing the edge keeps.
    """

    def __init__(self, tellers: Tellers) -> None:
        self._tellers = tellers

    def __enter__(self) -> None:
        """Mark how the database stands."""
        self._savepoint = session().begin_nested()

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Keep what was done, or take it back and tell the refusal; whether it was told."""
        stands = session().get_nested_transaction() is self._savepoint  # own_transaction() leaves the request's
        if error is None:
            if stands:
                self._savepoint.commit()
            return False
        if stands:
            self._savepoint.rollback()
        else:
            session().rollback()
        if isinstance(error, StaleDataError):  # another saved between our reading and our writing
            error = EditedMeanwhile()
        tell = next((self._tellers[kind] for kind in type(error).__mro__ if kind in self._tellers), None)
        if tell is not None:
            tell(error)
        return tell is not None


def refusals_at(form: Form, *top: type[DomainError], said_by: Tellers | None = None, **fields: Kinds) -> Refusals:
    """Tell what is refused in a form, whose page is then shown again with all that was typed.

    `top` is told above the form, each of `fields` at the field of that name; `said_by` tells in another way.
    """

    def at(name: str | None) -> Callable[[DomainError], None]:
        return lambda error: form.refuse(name, str(sentence_for(error)))

    tellers: dict[type[DomainError], Callable[[Any], object]] = dict.fromkeys(top, at(None))
    for name, kinds in fields.items():
        tellers |= dict.fromkeys(kinds if isinstance(kinds, tuple) else (kinds,), at(name))
    return Refusals({**tellers, **(said_by or {})})


def refusals_of_edit(
    form: EditForm,
    saved: Callable[[], object],
    *top: type[DomainError],
    said_by: Tellers | None = None,
    **fields: Kinds,
) -> Refusals:
    """Tell what is refused in a form for something that exists, and the second of two who edit what the first saved.

    `saved` finds what the form would be opened with now.
    """
    second: Tellers = {EditedMeanwhile: lambda _error: form.show_saved(saved())}
    return refusals_at(form, *top, said_by={**second, **(said_by or {})}, **fields)


def refusals_flashed(*kinds: type[DomainError]) -> Refusals:
    """Tell what is refused at the top of the page that a button leads to."""
    return Refusals(dict.fromkeys(kinds, _flash))


def _flash(error: DomainError) -> None:
    flash(str(sentence_for(error)), "warning" if isinstance(error, EditedMeanwhile) else "danger")
