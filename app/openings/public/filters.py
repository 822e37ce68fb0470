"""The search form on the list of openings, and the addresses of searches."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from flask import url_for
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from app.kernel.forms.base import FilterForm
from app.kernel.forms.fields import SearchField
from app.kernel.sorting import SORT
from app.kernel.translate import _
from app.words.filters import label
from ground.paging import Order
from matching.catalogue.choices import Adaptation, HoursBand, InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.openings.search import OpeningSearch
from register.organisations.municipalities import is_in_akershus, municipalities, municipality_name

E = TypeVar("E", bound=StrEnum)


class OpeningFilters(FilterForm):
    """A search has an address and can be shared. The names are Norwegian, as addresses are."""

    q = SearchField(_l("Jobb, sted eller arbeidsgiver"))
    kommune = SelectField(_l("Kommune"))
    type = SelectField(_l("Type"))
    omrade = SelectField(_l("Hva slags arbeid"))
    timer = SelectField(_l("Timer i uken"))
    tilpasning = SelectMultipleField(
        _l("Kan tilpasses for deg"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    sertifisert = BooleanField(_l("Bare sertifiserte arbeidsgivere"))

    def prepare(self, with_openings: set[str]) -> None:
        """Fill in the choices; municipalities where nothing fits are left out unless chosen."""
        chosen = self.kommune.data
        places = sorted(
            (place for place in municipalities() if place.number in with_openings or place.number == chosen),
            key=lambda place: place.name,
        )
        self.kommune.choices = [("", _("Hele Akershus")), *((place.number, place.name) for place in places)]
        self.type.choices = [("", _("Alle typer")), *_choices(kind for kind in OpeningKind if kind.paid)]
        self.omrade.choices = [("", _("Alt")), *_choices(InterestArea)]
        self.timer.choices = [("", _("Alle")), *_choices(HoursBand)]
        self.tilpasning.choices = _choices(Adaptation)

    @property
    def search(self) -> OpeningSearch:
        """What is looked for; what makes no sense in the address is left out."""
        number = self.kommune.data
        return OpeningSearch(
            words=self.q.words,
            municipality=number if is_in_akershus(number) else None,
            kind=_member(OpeningKind, self.type.data),
            area=_member(InterestArea, self.omrade.data),
            hours=_member(HoursBand, self.timer.data),
            adaptations=frozenset(
                one for one in (_member(Adaptation, value) for value in self.tilpasning.data or ()) if one
            ),
            certified=bool(self.sertifisert.data),
        )


def filters_from(arguments: MultiDict[str, str]) -> OpeningFilters:
    """The filters as they stand in the address."""
    return OpeningFilters(arguments)


def address_of(search: OpeningSearch, *, page: int = 1) -> str:
    """The address of a search."""
    values: dict[str, str | list[str] | int | None] = {
        "q": search.words or None,
        "kommune": search.municipality,
        "type": search.kind and search.kind.value,
        "omrade": search.area and search.area.value,
        "timer": search.hours and search.hours.value,
        "tilpasning": sorted(search.adaptations) or None,
        "sertifisert": "ja" if search.certified else None,
        SORT: search.order if search.order is not Order.NEWEST else None,
        "side": page if page > 1 else None,
    }
    return url_for("public.openings", **{name: value for name, value in values.items() if value})  # type: ignore[arg-type]  # Flask takes lists too


def chosen_filters(search: OpeningSearch) -> list[tuple[str, str]]:
    """What the list is narrowed by: the words for each filter, and the address without it."""
    chosen = []
    if search.words:
        chosen.append((f"«{search.words}»", address_of(replace(search, words=""))))
    if search.municipality:
        chosen.append((municipality_name(search.municipality), address_of(replace(search, municipality=None))))
    if search.kind:
        chosen.append((label(search.kind), address_of(replace(search, kind=None))))
    if search.area:
        chosen.append((label(search.area), address_of(replace(search, area=None))))
    if search.hours:
        chosen.append((label(search.hours), address_of(replace(search, hours=None))))
    chosen += [
        (label(one), address_of(replace(search, adaptations=search.adaptations - {one})))
        for one in sorted(search.adaptations)
    ]
    if search.certified:
        chosen.append((_("Sertifiserte arbeidsgivere"), address_of(replace(search, certified=False))))
    return chosen


def _choices(members: Iterable[E]) -> list[tuple[str, str]]:
    return [(member.value, label(member)) for member in members]


def _member(kind: type[E], value: str | None) -> E | None:
    return kind(value) if value in set(kind) else None
