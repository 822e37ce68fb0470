"""What has happened at the doors, in a sentence to the young person."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel.house import Text
from app.kernel.translate import _
from app.sign_in.browsers import written_browser
from app.words.filters import written_time
from matching.doors.models import DoorEvent
from matching.doors.types import DoorEventKind as K

SENTENCES: dict[K, Text] = {
    K.CODE_MADE: _l("%(who)s laget en kode til deg"),
    K.CODE_USED: _l("En kode ble brukt til å logge inn fra %(browser)s"),
    K.PIN_CHOSEN: _l("PIN-kode ble valgt fra %(browser)s"),
    K.PIN_RESET_ASKED: _l("Noen med en kode ba om ny PIN-kode fra %(browser)s"),
    K.PIN_RESET_STOPPED: _l("Ny PIN-kode ble stoppet"),
    K.PIN_RESET: _l("PIN-koden ble byttet fra %(browser)s"),
    K.DEVICE_KNOWN: _l("En telefon ble lagret som din egen: %(browser)s"),
    K.DEVICE_CLOSED: _l("En telefon er fjernet fra listen: %(browser)s"),
    K.TOO_MANY_PINS: _l("Noen skrev feil PIN-kode eller fødselsdato fem ganger"),
    K.PHONE_CHANGED: _l("%(who)s endret telefonnummeret ditt"),
    K.EMAIL_CHANGED: _l("%(who)s endret e-postadressen din"),
    K.EMAIL_CONFIRMED: _l("Du bekreftet e-postadressen din"),
    K.APPROVED_FOR: _l("%(who)s godkjente for deg en avtale"),
    K.ANSWERED_FOR: _l("%(who)s svarte for deg på et forslag"),
}


@dataclass(frozen=True)
class Happened:
    """A sentence, when it was, and whether somebody else did it."""

    text: str
    when: str
    by_another: bool


def what_happened(event: DoorEvent) -> Happened:
    """The sentence of one event."""
    who = event.by.display_name if event.by else _("Du")
    text = str(SENTENCES[event.kind]) % {"who": who, "browser": written_browser(event.browser)}
    return Happened(text, written_time(event.at), event.by is not None)


def browser_heading(word: str) -> str:
    """A browser at the head of a line: «Firefox på Windows»."""
    words = written_browser(word)
    return words[:1].upper() + words[1:]
