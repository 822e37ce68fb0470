"""What is told at the door when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString, lazy_ngettext
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, Text, say
from app.words.filters import written_time
from matching.doors.errors import (
    BirthDateWrong,
    CodeUnusable,
    DoorClosed,
    DoorTooNew,
    NobodyCalls,
    NoPinYet,
    PinNotRight,
    PinTooEasy,
    PinWrong,
    ResetWaits,
    TwoDoorsNeeded,
)
from matching.doors.types import PinFlaw

FLAWS: dict[PinFlaw, LazyString] = {
    PinFlaw.SHAPE: _l("PIN-koden må være seks tall."),
    PinFlaw.TRIVIAL: _l("Den er for lett å gjette. Velg seks andre tall."),
    PinFlaw.BIRTH_DATE: _l("Ikke bruk fødselsdatoen din. Veilederen din kjenner den."),
}


def _pin_wrong(error: PinWrong) -> Text:
    left = error.tries_left
    return lazy_ngettext(
        "Feil PIN-kode. Du kan prøve én gang til.", "Feil PIN-kode. Du kan prøve %(num)s ganger til.", left
    )


def _birth_date_wrong(error: BirthDateWrong) -> Text:
    return lazy_ngettext(
        "Det er ikke den datoen veilederen har skrevet. Du kan prøve én gang til.",
        "Det er ikke den datoen veilederen har skrevet. Du kan prøve %(num)s ganger til.",
        error.tries_left,
    )


REFUSALS: dict[type[Exception], Sentence] = {
    CodeUnusable: say(_l("Koden virker ikke. Se om du har skrevet den riktig, eller be veilederen din om en ny.")),
    DoorClosed: say(_l("Du kommer ikke inn på denne måten nå. Bruk en ny kode eller en ny lenke.")),
    PinWrong: _pin_wrong,
    PinNotRight: say(
        _l(
            "Det er ikke PIN-koden din. Etter fem feil blir du logget ut. "
            "Har du glemt den? Logg ut, og trykk «Glemt PIN-koden?» når du logger inn igjen."
        )
    ),
    BirthDateWrong: _birth_date_wrong,
    PinTooEasy: lambda error: FLAWS[error.flaw],
    NoPinYet: say(_l("PIN-koden velger du første gang du bruker en kode fra veilederen din.")),
    ResetWaits: lambda error: _l("Du kan velge ny PIN-kode fra %(time)s.", time=written_time(error.ready_at)),
    TwoDoorsNeeded: say(_l("Du trenger en ting til for å velge ny PIN-kode, for eksempel en kode fra veilederen.")),
    NobodyCalls: say(_l("Nå kan vi ikke be noen ringe deg. Ring Nav selv. Numrene står på denne siden.")),
    DoorTooNew: say(
        _l(
            "Du logget inn med noe som er nytt siden i går. For sikkerhets skyld kan du ikke gjøre dette "
            "før om et døgn. "
            "Ta vare på koden du har, og logg inn med den da, eller spør veilederen din."
        )
    ),
}

PROMISES: dict[str, LazyString | None] = {
    "one_living_code_per_candidate": _l(
        "Det ble laget en kode til kandidaten i samme øyeblikk. Lag en ny hvis du ikke har den."
    ),
    # The candidate is held before it is looked whether there is one.
    "one_open_reset_per_candidate": None,
    "one_open_call_request_per_candidate": None,
    "candidate_pin_key": None,
    # Drawn at random.
    "known_device_token_hash_unique": None,
    "sign_in_code_finder_unique": None,
}
