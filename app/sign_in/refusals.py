"""What is told when the rules refuse, and when two people meet a promise of the database (None: nobody can)."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from app.words.filters import in_words
from app.words.numbers import NUMBERS
from register.sign_in.errors import CodeFromOtherBrowser, CodeUnusable, LinkFromOtherBrowser, LinkUnusable

REFUSALS: dict[type[Exception], Sentence] = {
    LinkFromOtherBrowser: say(
        _l(
            "Du ba om lenken i en annen nettleser, og bare der virker den. Gå tilbake dit, og skriv inn koden som står "
            "i e-posten. Står det ingen kode der, kopierer du lenken dit. Eller be om en ny lenke her."
        )
    ),
    CodeFromOtherBrowser: say(
        _l("Koden virker bare i nettleseren der du ba om den. Skriv den inn der, eller be om en ny her.")
    ),
    CodeUnusable: lambda _error: _(
        "Koden stemmer ikke, eller den gjelder ikke lenger. En kode virker én gang, i %(minutes)s minutter, og høyst "
        "%(tries)s forsøk. Er du i tvil, ber du om en ny.",
        minutes=NUMBERS.link_minutes,
        tries=in_words(NUMBERS.link_code_tries),
    ),
    LinkUnusable: say(_l("Lenken er brukt, eller det har gått for lang tid. Det er lett å få en ny.")),
}

PROMISES: dict[str, LazyString | None] = {
    # Written where it does not matter which of two that are the same came first.
    "kept_draft_key": None,
    # Drawn at random.
    "one_row_per_user_and_browser": None,
    "sign_in_link_token_hash_unique": None,
    "user_session_token_hash_unique": None,
}
