"""The forms of gatherings: the content, calling it off, who came."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from app.kernel.forms.base import EditForm, Form
from app.kernel.forms.fields import DateField, IntegerField, StringField, TextAreaField, TimeField, URLField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Between, Optional, Required
from app.kernel.translate import _
from app.kernel.writing import TextsForm
from certification.network.gatherings import GatheringContent
from certification.network.models import Gathering, SignUp
from ground.dates import NORWAY, moments_of

NEVER = _l("Denne natten stilles klokka fram, og dette klokkeslettet finnes ikke. Velg et annet.")
TWICE = _l("Denne natten stilles klokka tilbake, og dette klokkeslettet kommer to ganger. Velg et annet.")


class _ContentForm(TextsForm):
    """What a gathering says of itself. It begins and ends on one day, in Norwegian time."""

    title = StringField(
        _l("Tittel"),
        validators=[
            Required(_l("Skriv hva samlingen heter.")),
            AtMost(200),
        ],
    )
    about = TextAreaField(_l("Om samlingen"), validators=[AtMost(4000)])
    day = DateField(_l("Dato"), validators=[Required(_l("Skriv datoen, for eksempel 24.12.2026."))])
    begins = TimeField(_l("Begynner"), validators=[Required(_l("Skriv når den begynner, for eksempel 09.00."))])
    ends = TimeField(_l("Slutter"), validators=[Required(_l("Skriv når den slutter, for eksempel 11.30."))])
    place = StringField(_l("Sted"), validators=[AtMost(200)])
    meeting_link = URLField(_l("Lenke til digitalt møte"), validators=[AtMost(500)])
    capacity = IntegerField(
        _l("Antall plasser"),
        validators=[Optional(), Between(1, 10000, _l("Skriv et tall på minst 1, eller la feltet stå tomt."))],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Beyond each field: it ends after it begins, and it is somewhere."""
        ok: bool = super().validate(extra_validators)
        begins, ends = self.begins.data, self.ends.data
        if not self.place.data and not self.meeting_link.data:
            self.refuse("place", _("Skriv et sted, en lenke eller begge deler."))
            ok = False
        both_once = all([self._is_once("begins"), self._is_once("ends")])
        if both_once and begins is not None and ends is not None and ends <= begins:
            self.refuse("ends", _("Slutten må være etter begynnelsen."))
            ok = False
        ok = ok and both_once
        if self.meeting_link.data and not self.meeting_link.data.startswith("https://"):
            self.refuse("meeting_link", _("Lenken må begynne med https://."))
            ok = False
        return ok

    def content(self) -> GatheringContent:
        """The values for the service, after validation."""
        return GatheringContent(
            title=self.title.data or "",
            about=self.about.data or "",
            starts_at=self._moment(self.begins.data),
            ends_at=self._moment(self.ends.data),
            place=self.place.data or "",
            meeting_link=self.meeting_link.data or "",
            capacity=self.capacity.data,
            written_in=self.language(),
        )

    def _is_once(self, name: str) -> bool:
        """In two nights of the year an hour is not there, or is there twice: which one is meant, nobody can tell."""
        day, clock = self.day.data, self[name].data
        if day is None or clock is None or len(found := moments_of(day, clock)) == 1:
            return True
        self.refuse(name, TWICE if found else NEVER)
        return False

    def _moment(self, clock: time | None) -> datetime:
        if self.day.data is None or clock is None:
            raise ValueError("asked for before the form was valid")
        [moment] = moments_of(self.day.data, clock)
        return moment


class NewGatheringForm(CreateForm, _ContentForm):
    """A gathering that is planned."""


class EditGatheringForm(EditForm, _ContentForm):
    """A gathering that exists."""


class CancelForm(Form):
    """Why a gathering is called off."""

    reason = TextAreaField(
        _l("Hvorfor er den avlyst?"),
        description=_l("De påmeldte får lese det."),
        validators=[
            Required(_l("Skriv hvorfor. De påmeldte får lese det.")),
            AtMost(2000),
        ],
    )


class AttendanceForm(EditForm):
    """Who came, by the ids of their sign-ups."""

    attended = SelectMultipleField(
        _l("Hvem kom?"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(), validators=[Optional()]
    )


def values_of(gathering: Gathering) -> dict[str, object]:
    """What the form shows of a gathering that exists."""
    starts_at, ends_at = gathering.starts_at.astimezone(NORWAY), gathering.ends_at.astimezone(NORWAY)
    return {
        "version": gathering.version,
        "title": gathering.title,
        "about": gathering.about,
        "written_in": gathering.written_in.value,
        "day": starts_at.date(),
        "begins": starts_at.time(),
        "ends": ends_at.time(),
        "place": gathering.place,
        "meeting_link": gathering.meeting_link,
        "capacity": gathering.capacity,
    }


def attendance_of(gathering: Gathering, sign_ups: Sequence[SignUp]) -> dict[str, object]:
    """What the form shows of who came: everybody, until it has been said who did not."""
    return {
        "version": gathering.version,
        "attended": [str(one.id) for one in sign_ups if one.attended is not False],
    }
