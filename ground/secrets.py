"""Tokens and codes: how they are made and how only their hashes are kept."""

import base64
import hashlib
import hmac
import secrets
from datetime import timedelta

SHOWN_FOR = timedelta(minutes=10)
"""How long whoever made a code is shown it: time to write it down or print it, also when the page is loaded again."""

# No vowels (no words by accident) and no characters that are easily mixed up on paper.
CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"


def new_token() -> str:
    """A long random secret for a link or a cookie (256 bits)."""
    return secrets.token_urlsafe(32)


def new_code(length: int) -> str:
    """A short random code that a person can read from paper and type (eight characters are 38 bits)."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


def normalise_code(typed: str) -> str:
    """What somebody typed from paper: case, spaces and dashes do not matter."""
    return "".join(character for character in typed.upper() if character.isalnum())


def in_groups(code: str) -> str:
    """A code in groups of four, as it is read from paper or a mail; what is typed may lack the dashes."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def fingerprint(secret: str) -> str:
    """The only form in which a long random token is stored."""
    return hashlib.sha256(secret.encode()).hexdigest()


def keyed_fingerprint(secret: str, key: str) -> str:
    """The form in which a short code is stored: without the key the few possible codes cannot be tried offline."""
    return hmac.new(key.encode(), secret.encode(), hashlib.sha256).hexdigest()


SLOW = {"n": 2**14, "r": 8, "p": 1}
"""How much work one try at a hash costs (scrypt): some 50 ms and 16 MB."""


def slow_fingerprint(secret: str, key: str) -> str:
    """The form in which a secret of very few possible values is stored: salted and slow, over a keyed one.

    Whoever has the database alone can try nothing; whoever has the key as well, only slowly.
    """
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_slow(secret, key, salt)}"


def is_slow_fingerprint_of(secret: str, key: str, kept: str) -> bool:
    """Whether a secret is the one whose slow fingerprint was kept."""
    salt, _, _slowly = kept.partition("$")
    return same(kept, f"{salt}${_slow(secret, key, bytes.fromhex(salt))}")


def _slow(secret: str, key: str, salt: bytes) -> str:
    return hashlib.scrypt(keyed_fingerprint(secret, key).encode(), salt=salt, maxmem=2**26, **SLOW).hex()


def derived_token(of: str, *, purpose: str, key: str) -> str:
    """A long secret that whoever has the key can always work out again, so that it need not be stored.

    `purpose` keeps the secrets of one use apart from those of all others of the key.
    """
    return base64.urlsafe_b64encode(_derived(of, purpose, key)).rstrip(b"=").decode()


def derived_code(of: str, length: int, *, purpose: str, key: str) -> str:
    """A short code that whoever has the key can always work out again, so that it is shown twice and stored nowhere.

    It gives away as little as a random one: nobody without the key can tell it from `of`, and whoever has the key could
    try all codes against a keyed fingerprint anyway.
    """
    number, letters = int.from_bytes(_derived(of, purpose, key)), ""
    while len(letters) < length:
        number, letter = divmod(number, len(CODE_ALPHABET))
        letters += CODE_ALPHABET[letter]
    return letters


def _derived(of: str, purpose: str, key: str) -> bytes:
    for_this_alone = hmac.digest(key.encode(), purpose.encode(), hashlib.sha256)
    return hmac.digest(for_this_alone, of.encode(), hashlib.sha256)


def same(one: str, other: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
