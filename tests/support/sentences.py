"""The sentences of templates, as they stand in bokmål: what Plass says, to be judged one by one."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2.ext import babel_extract

END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ«%])")
PROMISING = re.compile(
    r"\b(slett\w*|aldri|ingen (andre|arbeidsgiver\w*)|bare du|innen|senest|med en gang|får ikke vite|ikke lagret"
    r"|ombestem\w*|ser (deg|det|dere) ikke|ikke brukt|skrevet (ned|her)|tar vare på|du kan|dere kan|e-post når)\b",
    re.IGNORECASE,
)
"""Words by which a sentence is likely to promise something to somebody."""


def sentences_of(file: Path) -> Iterator[str]:
    """Every sentence that a template says, in its order; a text that stands twice is told once."""
    with file.open("rb") as source:
        found = list(babel_extract(source, ("_", "gettext", "ngettext"), (), {}))
    texts = [text for _line, _name, said, _notes in found for text in ([said] if isinstance(said, str) else said)]
    told = (sentence for text in texts if isinstance(text, str) for sentence in END.split(text.strip()))
    yield from dict.fromkeys(one for one in told if one)
