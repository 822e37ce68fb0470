"""What is told when two people meet a promise of the database at one moment; None: nobody can meet it."""

from flask_babel import LazyString

PROMISES: dict[str, LazyString | None] = {
    # Written where it does not matter which of two that are the same came first.
    "kept_draft_key": None,
    # Drawn at random.
    "sign_in_link_token_hash_unique": None,
    "user_session_token_hash_unique": None,
}
