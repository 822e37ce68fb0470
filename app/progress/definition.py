"""What is counted, in words: one name and one meaning for each figure, the same wherever it is shown.

The rules are `matching/progress/rules`; docs/the-count.md says why, with examples. When what is counted changes, so
does the version, and the change stands beside the figures with its day, what was before, what is now, and why.
"""

from dataclasses import dataclass
from datetime import date

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from matching.progress.types import Figure

VERSION = "2"
VALID_FROM = date(2026, 11, 29)
LICENCE = "https://data.norge.no/nlod/no/2.0"


@dataclass(frozen=True)
class Term:
    """What a figure is called, and what it counts."""

    label: LazyString
    means: LazyString


@dataclass(frozen=True)
class Change:
    """A changed definition: from when, what was counted before, what is counted now, and why."""

    on: date
    before: LazyString
    now: LazyString
    why: LazyString


TERMS: dict[Figure, Term] = {
    Figure.PLEDGED: Term(_l("Lovet"), _l("Stillinger som arbeidsgivere har lovet.")),
    Figure.POSTED: Term(
        _l("Lagt ut"), _l("Stillinger som arbeidsgivere har lagt ut, også de som ble besatt på andre måter.")
    ),
    Figure.AGREED: Term(
        _l("Avtalt"),
        _l(
            "Jobber der den unge, arbeidsgiveren og veilederen på et tidspunkt var enige, også om jobben aldri begynte."
        ),
    ),
    Figure.STARTED: Term(
        _l("Jobber som har begynt"),
        _l(
            "Én person som har begynt på ett arbeidssted i en betalt jobb eller læreplass etter at programmet startet. "
            "Blir jobben fornyet, bytter den type eller kommer personen tilbake, er det fortsatt den samme jobben."
        ),
    ),
    Figure.PEOPLE: Term(
        _l("Unge"), _l("Personer som har begynt i minst én slik jobb. Har en person hatt to jobber, er det én ung.")
    ),
    Figure.AT_WORK: Term(
        _l("I jobb i dag"),
        _l("Jobbene som har begynt, når vi trekker fra de avsluttede og de ingen har hørt om."),
    ),
    Figure.ENDED: Term(
        _l("Avsluttet"),
        _l("Jobber der arbeidsgiveren eller veilederen har skrevet inn siste dag, og den dagen er over."),
    ),
    Figure.NOT_HEARD_OF: Term(
        _l("Ikke hørt om"),
        _l(
            "Jobber der slutten på avtalen, eller dagen for den siste samtalen etter 13, 26 eller 52 uker, er passert "
            "med mer enn to uker. Ingen har bekreftet at personen er der, eller skrevet inn siste dag."
        ),
    ),
    Figure.LASTED_13: Term(
        _l("Fortsatt der"),
        _l(
            "Av jobbene som skulle vare så lenge, og der tiden er gått: de der noen har bekreftet i en samtale at "
            "personen var der. Den som sluttet før og kom tilbake etter mer enn to uker, regnes som sluttet."
        ),
    ),
    Figure.LEFT_13: Term(
        _l("Sluttet før"), _l("Av de samme jobbene: de der siste dag var før ukene var gått.")
    ),
    Figure.UNHEARD_13: Term(
        _l("Ikke hørt om etter så mange uker"),
        _l(
            "Av de samme jobbene: resten. Ingen har bekreftet at personen var der den dagen, eller skrevet inn en "
            "siste dag før den. Noen samtaler er ikke tatt ennå."
        ),
    ),
}  # fmt: skip
"""By figure; those of 13 weeks stand for 26 and 52 too."""

CHANGES = (
    Change(
        on=VALID_FROM,
        before=_l("En jobb som begynte før programmet og ble fornyet i det, telte med."),
        now=_l("Den teller ikke med."),
        why=_l("Den er ikke ny."),
    ),
    Change(
        on=VALID_FROM,
        before=_l("Den som sluttet før tiden, men kom tilbake og ble der, ble regnet som «fortsatt der»."),
        now=_l("Første gang en jobb skulle vare så lenge, avgjør."),
        why=_l("Å komme tilbake visker ikke ut at noen falt fra."),
    ),
    Change(
        on=VALID_FROM,
        before=_l("De som ikke var bekreftet etter så mange uker, sto samlet."),
        now=_l("«Sluttet før» og «ikke hørt om» står hver for seg."),
        why=_l("Å ikke vite er noe annet enn at det gikk galt."),
    ),
    Change(
        on=VALID_FROM,
        before=_l("En oppstart som var bekreftet ved en feil, ble stående i tellingen."),
        now=_l("Veilederen tar den tilbake med en grunn, og rettelsen står på siden."),
        why=_l("Tallet skal være sant, og alle skal se når det er rettet."),
    ),
)
