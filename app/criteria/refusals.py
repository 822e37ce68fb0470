"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from certification.criteria.errors import EditionLocked, NoPublishedEdition

REFUSALS: dict[type[Exception], Sentence] = {
    EditionLocked: say(_l("Utgaven er publisert og kan ikke endres. Gi den endrede teksten et nytt nummer.")),
    NoPublishedEdition: say(_l("Det er ikke publisert noen kriterier ennå.")),
}

PROMISES: dict[str, LazyString | None] = {
    # Written by commands.
    "criteria_edition_number_unique": None,
    "one_published_edition": None,
}
