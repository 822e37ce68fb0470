"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from ground.errors import EditedMeanwhile, ReasonMissing

REFUSALS: dict[type[Exception], Sentence] = {
    EditedMeanwhile: say(
        _l(
            "Noen andre har lagret endringer etter at du åpnet siden, så det du gjorde, ble ikke lagret. "
            "Se hva som er nytt, og gjør det en gang til hvis det trengs."
        )
    ),
    ReasonMissing: say(_l("Skriv en begrunnelse. Den blir lagret i loggen.")),
}

PROMISES: dict[str, LazyString | None] = {
    "submitted_form_key": _l(
        "Skjemaet ble sendt to ganger. Vi tok imot det første, så du trenger ikke sende det igjen."
    ),
    # Written by jobs, or in one statement that takes the row that is there.
    "outbox_message_once_key_unique": None,
    "rate_limit_counter_key": None,
    "scheduler_lease_key": None,
    "demo_mark_key": None,
}
