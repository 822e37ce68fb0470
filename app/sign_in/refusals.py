"""What is told when the rules refuse, and when two people meet a promise of the database (None: nobody can)."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from register.sign_in.errors import LinkFromOtherBrowser, LinkUnusable

REFUSALS: dict[type[Exception], Sentence] = {
    LinkFromOtherBrowser: say(
        _l("Lenken må åpnes i den nettleseren der du ba om den. Kopier lenken dit, eller be om en ny her.")
    ),
    LinkUnusable: say(_l("Lenken er brukt, eller det har gått for lang tid. Det er lett å få en ny.")),
}

PROMISES: dict[str, LazyString | None] = {
    # Written where it does not matter which of two that are the same came first.
    "kept_draft_key": None,
    # Drawn at random.
    "sign_in_link_token_hash_unique": None,
    "user_session_token_hash_unique": None,
}
