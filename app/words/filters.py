"""How values are written on a page: dates, numbers, organisation numbers, municipalities and labels of states."""

from collections.abc import Sequence
from datetime import date, datetime

from babel import numbers
from flask import Flask
from flask_babel import LazyString, format_date, format_datetime, format_decimal, format_time, get_locale
from flask_babel import lazy_gettext as _l

from app.kernel.house import House, together
from app.kernel.language import current_language
from app.kernel.translate import _, ngettext
from app.words import labels
from app.words.catalogue import in_language
from app.words.numbers import NUMBERS
from app.words.people import told_apart
from app.words.written import foreign_language, industry, industry_section, written
from matching.law.nav_schemes import nav_schemes
from register.organisations.business_register import RegisteredAddress
from register.organisations.models import Organisation, Workplace
from register.organisations.municipalities import municipality_name
from register.organisations.number import format_organisation_number, is_mistyped_number
from register.people.mailbox import written_mailbox


def register(app: Flask) -> None:
    """Give templates the filters."""
    own = {
        "date": written_date,
        "short_date": written_short_date,
        "month": written_month,
        "datetime": written_time,
        "time": lambda value: format_time(value, "HH:mm", rebase=isinstance(value, datetime)),
        "number": written_number,
        "employees": written_employees,
        "hours": written_hours,
        "after_weeks": after_weeks,
        "in_words": in_words,
        "months_in_words": months_in_words,
        "clock": written_clock,
        "orgnr": format_organisation_number,
        "is_mistyped_number": is_mistyped_number,
        "mailbox": lambda address: written_mailbox(address or ""),
        "municipality": municipality_name,
        "address_line": address_line,
        "label": label,
        "scheme_names": scheme_names,
        "lower_first": lower_first,
        "told_apart": told_apart,
        "written": written,
        "foreign_language": foreign_language,
        "industry": industry,
        "industry_section": industry_section,
    }
    found: House = app.extensions["plass_house"]
    app.jinja_env.filters = together("filter", (app.jinja_env.filters, own, found.filters))
    app.jinja_env.globals["numbers"] = NUMBERS
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def written_date(value: date | datetime | None) -> str:
    """A date with the month in words, as in «3. mars 2026»."""
    if value is None:
        return ""
    day = "d.\N{NO-BREAK SPACE}MMMM y" if _norwegian() else "d\N{NO-BREAK SPACE}MMMM y"
    return str(format_date(value, day))


def written_short_date(value: date | datetime | None) -> str:
    """A date as it stands in a column of a list, as in «3. mars 2026» and «12. des. 2026»."""
    if value is None:
        return ""
    day = "d.\N{NO-BREAK SPACE}MMM\N{NO-BREAK SPACE}y" if _norwegian() else "d\N{NO-BREAK SPACE}MMM\N{NO-BREAK SPACE}y"
    return str(format_date(value, day))


def written_month(value: date) -> str:
    """Month and year, as in «mars 2026»."""
    return str(format_date(value, "MMM y"))


def written_time(value: datetime | None) -> str:
    """A moment in Norwegian time, as it is read aloud."""
    return (
        _("%(date)s kl.\u00a0%(time)s", date=written_date(value), time=format_datetime(value, "HH:mm")) if value else ""
    )


def written_number(value: float) -> str:
    """A number; in Norwegian four digits stand together, as in «1000» (Språkrådet)."""
    together = _norwegian() and abs(value) < FIVE_DIGITS
    return numbers.format_decimal(value, locale=get_locale(), group_separator=not together)


JOBS_GOAL = LazyString(lambda: written_number(NUMBERS.jobs_goal))
"""The goal for texts that are made before there is an application to ask."""


def written_employees(employees: int | None) -> str:
    """How many are employed, as far as Enhetsregisteret tells."""
    if employees is not None:
        return written_number(employees)
    return _("Under %(fewest)s eller ukjent", fewest=in_words(NUMBERS.fewest_employees_told))


def written_hours(hours: float) -> str:
    """«1 time», «7,5 timer»."""
    return ngettext("%(hours)s time", "%(hours)s timer", hours, hours=format_decimal(hours))


def after_weeks(weeks: int) -> str:
    """«Etter én uke», «Etter 4 uker»."""
    return ngettext("Etter én uke", "Etter %(num)s uker", weeks)


IN_WORDS = {
    2: _l("to"),
    3: _l("tre"),
    4: _l("fire"),
    5: _l("fem"),
    6: _l("seks"),
    7: _l("sju"),
    8: _l("åtte"),
    9: _l("ni"),
    10: _l("ti"),
    11: _l("elleve"),
    12: _l("tolv"),
}
HALF_A_YEAR = 6


def in_words(number: int) -> str:
    """A small number in words, as in running text («sju»); a larger one in digits."""
    return str(IN_WORDS.get(number, written_number(number)))


def months_in_words(months: int) -> str:
    """«et halvt år», «åtte måneder»."""
    if months == HALF_A_YEAR:
        return _("et halvt år")
    years, rest = divmod(months, 12)
    if years > 1 and not rest:
        return ngettext("ett år", "%(words)s år", years, words=in_words(years))
    return ngettext("én måned", "%(words)s måneder", months, words=in_words(months))


def written_clock(minutes: int) -> str:
    """A time of day, given in minutes after midnight, inside a sentence: «21», «6.30»."""
    hours, rest = divmod(minutes, 60)
    if not _norwegian():
        return f"{hours:02}:{rest:02}"
    return f"{hours}.{rest:02}" if rest else str(hours)


def address_line(place: Organisation | Workplace | RegisteredAddress) -> str:
    """Street, postcode, town and, abroad, the country on one line; whatever is missing is left out."""
    town = " ".join(part for part in (place.postcode, place.town) if part)
    return ", ".join(part for part in (place.street, town, place.country) if part)


def label(value: str | None) -> str:
    """The words for a state or a choice."""
    return str(labels.label(value)) if value is not None else ""


FIVE_DIGITS = 10_000
ENGLISH_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Norwegian", "English")


def lower_first(words: str) -> str:
    """A label inside a sentence; words in capitals (IT) and English names of days and languages stay."""
    stays = words[1:2].isupper() or words.startswith(ENGLISH_NAMES)
    return words if stays else words[:1].lower() + words[1:]


def scheme_names(codes: Sequence[str]) -> str:
    """The names of NAV's schemes, in the language of the page; an unknown code is shown as it is."""
    known = {one.code: in_language(one.names) for one in nav_schemes().schemes if one.code in codes}
    return ", ".join([*known.values(), *(code for code in codes if code not in known)])


def _norwegian() -> bool:
    return current_language().value != "en"
