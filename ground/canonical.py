"""One text and one fingerprint for what data says, the same wherever they are made."""

import hashlib
import json
from collections.abc import Mapping


def canonical_text(said: Mapping[str, object]) -> str:
    """The data as JSON in which neither the order of keys nor spaces can differ."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint_of(said: Mapping[str, object]) -> str:
    """SHA-256 (hex) of the data: it is kept where one must be able to tell later whether the data was the same."""
    return hashlib.sha256(canonical_text(said).encode()).hexdigest()
