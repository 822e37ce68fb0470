"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from matching.openings.errors import FixedOncePublished, OpeningNotReady, WarningsUnanswered

REFUSALS: dict[type[Exception], Sentence] = {
    OpeningNotReady: say(_l("Noe må rettes før plassen kan publiseres. Se listen.")),
    WarningsUnanswered: say(_l("Skriv hvorfor dette er i orden. Begrunnelsen blir lagret i loggen.")),
    FixedOncePublished: say(
        _l("Type og arbeidssted kan ikke endres etter at plassen er publisert. Kopier den til et nytt utkast.")
    ),
}

PROMISES: dict[str, LazyString | None] = {
    "opening_adaptation_key": _l(  # what one ticked at a place, the other has ticked and saved already
        "Noen andre har lagret endringer etter at du åpnet siden, så det du gjorde, ble ikke lagret. "
        "Se hva som er nytt, og gjør det en gang til hvis det trengs."
    ),
}
