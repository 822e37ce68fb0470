"""What the forms of criteria share: each knows what it was opened with, and an area's forms stand together as one."""

import hashlib
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from wtforms import Field, HiddenField

from app.cases.criterion.view import CriterionView
from app.kernel.forms.base import Form
from app.kernel.forms.numbers import whole_number


class CriterionForm(Form):
    """The form of one criterion. `version` is what it was opened with, `was` a mark of what stood there."""

    class Meta(Form.Meta):
        """The token stands once, in the form round all of an area's criteria."""

        csrf = False

    version = HiddenField()
    was = HiddenField()

    def __init__(self, view: CriterionView, **options: Any) -> None:
        super().__init__(prefix=view.id, **options)
        self.view = view
        self.saved = False
        self.conflict: Any = None

    @property
    def said(self) -> object:
        """What is said in the form, as a value."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether the person has changed anything since the form was opened."""
        return mark(self.said) != self.was.data

    @property
    def expected_version(self) -> int:
        """The version that the person saw; something else than a number fits none."""
        typed = whole_number(self.version.data)
        return -1 if typed is None else typed

    def rebase(self, version: int, said: object) -> None:
        """From now on a save replaces this version, which the person has been shown."""
        self.version.data, self.was.data = str(version), mark(said)


F = TypeVar("F", bound=CriterionForm)


class AreaForms(Generic[F]):
    """All forms of an area; to the components it looks like one form."""

    form_errors: tuple[str, ...] = ()

    def __init__(self, forms: list[F]) -> None:
        self.forms = forms

    def __iter__(self) -> Iterator[Field]:
        for form in self.forms:
            yield from form

    @property
    def errors(self) -> dict[str, Any]:
        """The errors of all."""
        return {f"{form.view.id}-{name}": found for form in self.forms for name, found in form.errors.items()}

    def changed(self) -> list[F]:
        """Those that the person has changed and that can be saved."""
        return [form for form in self.forms if form.validate() and form.is_changed]


def mark(said: object) -> str:
    """A short mark of what is said."""
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def one_line_end(text: str | None) -> str:
    """A browser ends lines with two characters; what is the same text must stay the same."""
    return (text or "").replace("\r\n", "\n")
