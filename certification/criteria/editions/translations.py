"""Puts the languages of an edition together: each bokmål text becomes one text in all languages.

The files of translations mirror the criteria file; list items are found by their id:
`areas.GRU.criteria.GRU-1.why`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ground.texts import Locale

TEXT_FIELDS = frozenset(
    {
        "title", "name", "about", "decision", "question", "help", "text", "why", "how",
        "legal_basis", "first_time_plan", "count_label", "base_label",
    }
)  # fmt: skip
# Fields that hold a text per key, such as one per size class.
TEXT_TABLES = frozenset({"options", "adaptations", "guidance_by_size"})

TextPath = tuple[str, ...]


def with_translations(
    raw: dict[str, Any], translations: Mapping[Locale, Mapping[str, Any]]
) -> tuple[object, tuple[tuple[Locale, TextPath], ...]]:
    """The edition with every text in the languages it has, and the translations that belong to no text in it."""
    catalogues = {locale: dict(_leaves(tree, ())) for locale, tree in translations.items()}
    used: set[TextPath] = set()

    def translated(path: TextPath, source: object) -> object:
        if source is None:
            return None
        used.add(path)
        others = {str(locale): texts[path] for locale, texts in catalogues.items() if path in texts}
        return {str(Locale.BOKMAAL): source, **others}

    def walk(node: object, path: TextPath, is_table: bool = False) -> object:
        if isinstance(node, list):
            return [walk(item, (*path, str(item["id"]))) if _has_id(item) else item for item in node]
        if not isinstance(node, dict):
            return node
        return {
            key: translated((*path, key), value)
            if is_table or key in TEXT_FIELDS
            else walk(value, (*path, key), is_table=key in TEXT_TABLES)
            for key, value in node.items()
        }

    complete = walk(raw, ())
    left_over = ((locale, path) for locale, texts in catalogues.items() for path in texts if path not in used)
    return complete, tuple(left_over)


def _has_id(item: object) -> bool:
    return isinstance(item, dict) and "id" in item


def _leaves(node: object, path: TextPath) -> Iterator[tuple[TextPath, object]]:
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from _leaves(value, (*path, str(key)))
    else:
        yield path, node
