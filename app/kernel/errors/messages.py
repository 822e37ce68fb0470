"""The one table from what went wrong to what a person is told."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.kernel.errors.broken_constraint import BrokenConstraint
from app.kernel.house import Text, house
from certification.cases.rules.media_type import MOST_MEGABYTES
from ground.errors import DomainError


@dataclass(frozen=True)
class Message:
    """What an error page says."""

    status: int
    title: Text
    text: Text
    retry_after: int | None = None
    """Seconds after which it may be tried again by itself; None where trying again changes nothing."""
    when_reading: Text | None = None
    """Instead of `text`, for one who only opened a page and sent nothing that could be lost."""


STATUS_MESSAGES = {
    400: Message(
        400,
        _l("Skjemaet kunne ikke tas imot"),
        _l("Siden har kanskje stått åpen for lenge. Gå tilbake, last siden på nytt og send inn en gang til."),
    ),
    403: Message(
        403,
        _l("Du har ikke tilgang hit"),
        _l(
            "Du kan ikke åpne denne siden med rollen du har nå. "
            "Sidene du har tilgang til, finner du under navnet ditt øverst."
        ),
    ),
    404: Message(
        404, _l("Vi finner ikke siden"), _l("Adressen kan være feil, eller siden kan være flyttet eller fjernet.")
    ),
    405: Message(405, _l("Dette går ikke her"), _l("Gå tilbake og prøv på nytt fra forrige side.")),
    413: Message(
        413,
        _l("Filen er for stor"),
        _l("En fil kan være på høyst %(most)s MB. Lag en mindre fil, og prøv på nytt.", most=MOST_MEGABYTES),
    ),
    414: Message(
        414,
        _l("Adressen er for lang"),
        _l("Gå tilbake, og søk med færre ord, eller begynn på forsiden."),
    ),
    429: Message(
        429,
        _l("Det gikk litt fort"),
        _l("Det er kommet mange forsøk herfra på kort tid. Vent noen minutter, og prøv igjen."),
    ),
    500: Message(
        500,
        _l("Noe gikk galt hos oss"),
        _l("Ingenting av det du sendte, er lagret. Prøv igjen om litt."),
        when_reading=_l("Det er ikke du som har gjort noe feil. Prøv igjen om litt."),
    ),
    503: Message(
        503,
        _l("Plass er nede en liten stund"),
        _l(
            "Feilen er hos oss. Det du sendte inn, er ikke lagret. "
            "Last siden på nytt om noen minutter, så sendes det en gang til."
        ),
        retry_after=120,
        when_reading=_l("Feilen er hos oss. Prøv igjen om noen minutter."),
    ),
}
PRINTER_BUSY = Message(
    503,
    _l("Det er kø akkurat nå"),
    _l("Mange henter PDF-er samtidig, så denne er ikke laget ennå. Vent noen sekunder, og prøv igjen."),
    retry_after=5,
)
WAIT_WHEN_HELD = 30
"""Seconds."""
DATABASE_HELD = Message(
    503,
    _l("Det tok for lang tid"),
    _l(
        "Mange lagrer akkurat nå. Det du sendte inn, er ikke lagret. "
        "Vent %(seconds)s sekunder, og last siden på nytt, så sendes det en gang til.",
        seconds=WAIT_WHEN_HELD,
    ),
    retry_after=WAIT_WHEN_HELD,
    when_reading=_l("Mange lagrer akkurat nå. Vent %(seconds)s sekunder, og prøv igjen.", seconds=WAIT_WHEN_HELD),
)
FALLBACK = Message(
    409, _l("Dette gikk ikke"), _l("Noe er endret siden du åpnet siden. Last den på nytt, og prøv igjen.")
)


def message_for_status(status: int) -> Message:
    """What to say for an HTTP status."""
    return STATUS_MESSAGES.get(status) or STATUS_MESSAGES[500 if status >= 500 else 404]


def message_for(error: DomainError) -> Message:
    """What to say when the rules refuse."""
    return Message(409, FALLBACK.title, sentence_for(error))


def sentence_for(error: DomainError) -> Text:
    """One sentence for a domain error, for a page or for a field."""
    refusals = house().refusals
    for kind in type(error).__mro__:
        if kind in refusals:
            return refusals[kind](error)
    return FALLBACK.text


def message_for_constraint(broken: BrokenConstraint) -> Message:
    """What to say when a constraint held: names that an engine cannot tell apart share one sentence, or have none."""
    said = (text for name in sorted(broken.names) if (text := house().promises.get(name)) is not None)
    return Message(409, FALLBACK.title, next(said, FALLBACK.text))
