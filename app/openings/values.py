"""Values from rules as words: days, dates and lengths of time."""

from datetime import date

from app.kernel.translate import _, ngettext
from app.words.filters import label, written_date, written_hours
from matching.catalogue.choices import Weekday

DAY_NAMES = frozenset(day.value for day in Weekday)


def day_name(value: object) -> str:
    """A weekday or an ISO date as a word that can begin a sentence."""
    text = str(value)
    words = label(Weekday(text)) if text in DAY_NAMES else written_iso_date(text)
    return words[:1].upper() + words[1:]


def written_iso_date(value: object) -> str:
    """An ISO date with the month in words."""
    return written_date(date.fromisoformat(str(value)))


def hours_and_minutes(value: object) -> str:
    """Minutes as «7 timer og 30 minutter»; an empty string for no value."""
    if not isinstance(value, int):
        return ""
    hours, minutes = divmod(value, 60)
    if not hours:
        return _written_minutes(minutes)
    if not minutes:
        return written_hours(hours)
    return _("%(hours)s og %(minutes)s", hours=written_hours(hours), minutes=_written_minutes(minutes))


def _written_minutes(minutes: int) -> str:
    return ngettext("%(num)s minutt", "%(num)s minutter", minutes)
