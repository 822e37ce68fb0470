"""What the forms of criteria share: each knows what it was opened with, and an area's forms stand together as one."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from wtforms import Field, HiddenField

from app.cases.criterion.view import CriterionView
from app.kernel.forms.base import EditForm
from app.kernel.forms.numbers import whole_number


class CriterionForm(EditForm):
    """The form of one criterion, which is sent with those of its area, and alone by script while somebody goes on.

    What saves itself must not replace what another has saved: whoever types on has chosen nothing. So it is refused
    until a button is pressed that says which version it `replaces`.
    """

    class Meta(EditForm.Meta):
        """The token stands once, in the form round all of an area's criteria."""

        csrf = False

    replaces = HiddenField()

    def __init__(self, view: CriterionView, **options: Any) -> None:
        super().__init__(prefix=view.id, **options)
        self.view = view

    @property
    def said(self) -> object:
        """What is said in the form, as a value."""
        raise NotImplementedError

    @property
    def expected_version(self) -> int:
        """The version that the person saw; what was not sent fits none."""
        seen = whole_number(self.replaces.data) if self.replaces.data else self.version.data
        return -1 if seen is None else seen


F = TypeVar("F", bound=CriterionForm)


class AreaForms(Generic[F]):
    """All forms of an area; to the components it looks like one form."""

    def __init__(self, forms: list[F]) -> None:
        self.forms = forms
        self.form_errors: list[str] = []

    def __iter__(self) -> Iterator[Field]:
        for form in self.forms:
            yield from form

    @property
    def parts(self) -> list[tuple[str, F]]:
        """Each form under what its criterion asks for, so that a mistake can be told where it is."""
        return [(form.view.text, form) for form in self.forms]

    @property
    def errors(self) -> dict[str, Any]:
        """The errors of all."""
        found = {f"{form.view.id}-{name}": found for form in self.forms for name, found in form.errors.items()}
        return {**found, **({"": self.form_errors} if self.form_errors else {})}

    def refuse(self, _field_name: str | None, message: str) -> None:
        """What concerns them all stands above them."""
        self.form_errors.append(message)

    def changed(self) -> list[F]:
        """Those that the person has changed and that can be saved."""
        return [form for form in self.forms if form.validate() and form.is_changed]
