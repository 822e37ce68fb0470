"""The sentences of templates, as they stand in bokmål: what Plass says, to be judged one by one."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_python
from jinja2.ext import babel_extract

END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ«%])")
PROMISING = re.compile(
    r"\b(slett\w*|aldri|ingen (andre|arbeidsgiver\w*)|bare du|innen|senest|med en gang|får ikke vite|ikke lagret"
    r"|ombestem\w*|ser (deg|det|dere) ikke|ikke brukt|skrevet (ned|her)|tar vare på|du kan|dere kan|e-post når)\b",
    re.IGNORECASE,
)
"""Words by which a sentence is likely to promise something to somebody."""

PROMISING_TO_STAFF = re.compile(
    r"\b(slett\w*|aldri|ingen (andre|arbeidsgiver\w*|ser|skal)|med en gang|innen (to |%)|ombestem\w*|helt til"
    r"|tar vare på|ser (ikke|ingen|bare|at)|kan se at|ser (deg|det|dere|den) ikke"
    r"|får (du |dere )?(en |ikke )?e-post|e-post når"
    r"|(bli\w*( ikke)?|er ikke) lagret|tar ikke imot|lagres"
    r"|trekkes|vises (bare|ikke|aldri)|(er|blir alt|blir) borte|(er|blir|kan være) skjult|forsvinner|sier fra"
    r"|kan (%\(name\)s )?lese|(står|kommer) ikke lenger|ingen nye|ingenting av"
    r"|får beskjed|teller \w+ ikke lenger|blir stående|kommer i listen"
    r"|spør (igjen|på nytt)|får (ikke )?vite|bare (du|deg)|(uke\w*|dager) før|kan ikke (åpnes|endres|logge))\b",
    re.IGNORECASE,
)
"""The same where employers, NAV and the county read, who are told more of what to do and what they may."""

KEYWORDS = ("_", "_l", "gettext", "ngettext", "lazy_gettext", "lazy_ngettext")


def sentences_of(file: Path) -> Iterator[str]:
    """Every sentence that a template or a module says, in its order; a text that stands twice is told once."""
    extract = extract_python if file.suffix == ".py" else babel_extract
    with file.open("rb") as source:
        found = list(extract(source, KEYWORDS, (), {}))
    texts = [text for _line, _name, said, _notes in found for text in ([said] if isinstance(said, str) else said or ())]
    told = (sentence for text in texts if isinstance(text, str) for sentence in END.split(text.strip()))
    yield from dict.fromkeys(one for one in told if one)
