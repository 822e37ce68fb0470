"""In which language people write: one small choice on each page with texts, that stands where they left it last."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.kernel.auth import principal
from app.kernel.context import now
from app.kernel.database import afterwards
from app.kernel.forms.base import Form
from app.kernel.language import current_language
from ground.act import Act
from ground.texts import Locale
from register.people.accounts import note_language_of_writing

LANGUAGE_CHOICES = [
    (Locale.BOKMAAL.value, _l("bokmål")),
    (Locale.NYNORSK.value, _l("nynorsk")),
    (Locale.ENGLISH.value, _l("engelsk")),
]


def usual_language() -> Locale:
    """What whoever asks last wrote in, else the language of the page."""
    who = principal()
    return (who.user.writes_in if who else None) or current_language()


class TextsForm(Form):
    """A form in which people write in their own words. Its page shows `written_in` once, for all the texts."""

    written_in = SelectField(_l("Språk i tekstene"), choices=LANGUAGE_CHOICES, default=lambda: usual_language().value)

    def process(self, formdata: Any = None, *args: Any, **values: Any) -> None:
        """What does not say its language, as a page that was opened before it was asked for, is in the usual one."""
        super().process(formdata, *args, **values)
        if not self.written_in.data:
            self.written_in.data = usual_language().value

    def language(self) -> Locale:
        """The language of what was written, for the service that keeps it. It stands chosen where they write next."""
        chosen, who, moment = Locale(self.written_in.data), principal(), now()
        if who is not None and chosen is not usual_language():
            user_id = who.id
            afterwards(lambda short: note_language_of_writing(Act(short, user_id, moment), user_id, chosen))
        return chosen
