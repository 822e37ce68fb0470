"""Texts of others on pages in another language: each says what it is in, to screen readers and to readers."""

from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from app.kernel.language import current_language
from ground.texts import Locale
from ground.written import Written
from register.organisations.business_register import RegisteredUnit
from register.organisations.industries import section_of
from register.organisations.models import Organisation

NORWEGIAN = frozenset({Locale.BOKMAAL, Locale.NYNORSK})
WRITTEN_IN = {
    Locale.BOKMAAL: _l("Skrevet på bokmål"),
    Locale.NYNORSK: _l("Skrevet på nynorsk"),
    Locale.ENGLISH: _l("Skrevet på engelsk"),
}


def written(text: str | None, row: Written) -> Markup:
    """A text of this row for a page, marked with its language where the page is in another."""
    if not text or row.written_in is current_language():
        return escape(text or "")
    return Markup('<span lang="{}">{}</span>').format(row.written_in.value, text)


def industry(one: Organisation | RegisteredUnit) -> Markup:
    """An industry as Enhetsregisteret names it, which is in bokmål only: readers of others read the section first."""
    name = escape(one.industry_name or "")
    if current_language() is Locale.BOKMAAL:
        return name
    section = escape(industry_section(one))
    detail = Markup('<span lang="nb">{}</span>').format(name) if name else name
    return Markup("{} ({})").format(section, detail) if section and detail else section or detail


def industry_section(one: Organisation | RegisteredUnit) -> str:
    """The section of industries that an employer is in, in the language of the page; empty where none is known."""
    section = section_of(one.industry_code)
    return section.names.get(current_language()) if section else ""


def foreign_language(row: Written) -> str:
    """«Skrevet på engelsk», for a reader who may not expect it; whoever reads bokmål reads nynorsk, and the reverse."""
    here = current_language()
    if row.written_in is here or {row.written_in, here} == NORWEGIAN:
        return ""
    return str(WRITTEN_IN[row.written_in])
