"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from matching.doors.types import DoorEventKind
from register.sign_in.types import Door

LABELS: Labels = {
    DoorEventKind: {
        DoorEventKind.CODE_MADE: _l("En kode ble laget"),
        DoorEventKind.CODE_USED: _l("En kode ble brukt"),
        DoorEventKind.PIN_CHOSEN: _l("PIN-kode ble valgt"),
        DoorEventKind.PIN_RESET_ASKED: _l("Noen med en kode ba om ny PIN-kode"),
        DoorEventKind.PIN_RESET_STOPPED: _l("Ny PIN-kode ble stoppet"),
        DoorEventKind.PIN_RESET: _l("PIN-koden ble byttet"),
        DoorEventKind.DEVICE_KNOWN: _l("En telefon ble lagret som din egen"),
        DoorEventKind.DEVICE_CLOSED: _l("En telefon er fjernet fra listen"),
        DoorEventKind.TOO_MANY_PINS: _l("Noen skrev feil PIN-kode eller fødselsdato fem ganger"),
        DoorEventKind.PHONE_CHANGED: _l("Telefonnummeret ditt ble endret"),
        DoorEventKind.EMAIL_CHANGED: _l("E-postadressen din ble endret"),
        DoorEventKind.EMAIL_CONFIRMED: _l("E-postadressen din ble bekreftet"),
        DoorEventKind.APPROVED_FOR: _l("Noen godkjente en avtale for deg"),
        DoorEventKind.ANSWERED_FOR: _l("Noen svarte på et forslag for deg"),
    },
    Door: {
        Door.MAIL_LINK: _l("Logget inn med lenke på e-post"),
        Door.CODE: _l("Logget inn med kode fra veilederen og PIN-kode"),
        Door.DEVICE: _l("Logget inn med egen telefon og PIN-kode"),
        Door.OWN_LINK: _l("Logget inn med lenke på e-post og PIN-kode"),
        Door.DEMO: _l("Logget inn i demoen"),
    },
}
