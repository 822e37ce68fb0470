"""Where a sign-in may lead: only to an address within Plass."""

from urllib.parse import urlsplit


def safe_path(wanted: str | None) -> str:
    """The wanted address when it is a path of our own, else an empty string."""
    if not wanted or len(wanted) > 300 or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return ""
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and "\\" not in wanted else ""
