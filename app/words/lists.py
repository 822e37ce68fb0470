"""Several words in one sentence."""

from collections.abc import Iterable

from babel.lists import format_list

from app.kernel.language import current_language


def joined(parts: Iterable[str]) -> str:
    """«a, b og c»."""
    return format_list(list(parts), locale=current_language().value)
