"""The open places, and the counsellor's candidates ranked for one of them."""

from typing import Any

from flask import render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.kernel.forms.base import FilterForm
from app.kernel.forms.fields import SearchField
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.kernel.translate import _
from app.matches.access import offered_opening
from app.matches.words import words_for
from app.openings.words import OpeningWords
from app.words.choices import of_kinds, of_municipalities
from ground.paging import Order, page_of
from matching.catalogue.kinds import OpeningKind
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_page
from matching.records.tables.opening import Opening
from register.organisations.municipalities import is_in_akershus
from register.roles.types import Role


class PlaceFilters(FilterForm):
    """What the list of places is narrowed to; asked for with GET."""

    q = SearchField(_l("Jobb, sted eller arbeidsgiver"))
    kommune = SelectField(_l("Kommune"), default="", validate_choice=False)
    type = SelectField(_l("Type"), default="", validate_choice=False)

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.kommune.choices = [("", _("Hele Akershus")), *of_municipalities()]
        self.type.choices = [("", _("Alle typer")), *of_kinds()]

    @property
    def municipality(self) -> str | None:
        """The municipality that is asked for, if it is one of the county's."""
        return self.kommune.data if is_in_akershus(self.kommune.data) else None

    @property
    def kind(self) -> OpeningKind | None:
        """The kind that is asked for, if there is such a one."""
        return OpeningKind(self.type.data) if self.type.data in set(OpeningKind) else None


@pages.get("/plasser", access=with_role(Role.COUNSELLOR, purpose="know the open places"))
def openings() -> str:
    """The places that are open, paid and unpaid, page by page."""
    form, by = PlaceFilters(request.args), sorting(Order.NEWEST, Order.LAST_DAY, Order.NAME)
    found = visible_page(
        session(),
        today=today(),
        words=form.q.words,
        municipality_number=form.municipality,
        kind=form.kind,
        order=by.order,
        page=page_number(),
    )
    return render_template(
        "matches/counsellor/places.html", form=form, sorting=by, found=found, url_for_page=url_for_page()
    )


@pages.get(
    "/plasser/<uuid:opening_id>",
    access=with_role(Role.COUNSELLOR, purpose="find persons for a place", relation=offered_opening, logs_read=True),
)
def opening_show(opening: Opening) -> str:
    """One place, and who in the counsellor's own caseload it could be for."""
    who = signed_in_principal()
    caseload = queries.looking_in_caseload(session(), who.id, who.office_ids)
    ranked = ranking.candidates_for(session(), opening=opening, candidates=caseload, today=today())
    found = page_of((*ranked.possible, *ranked.near_misses), page=page_number())
    look_at(*(match.candidate for match in found.rows), purpose=ReadPurpose.FIND_PERSON, what=ReadWhat.CARD)
    write_down(ranking.listing(act(), subject=opening, shown=found.rows))
    return render_template(
        "matches/counsellor/persons_for_place.html",
        opening=opening,
        place=OpeningWords(opening),
        found=found,
        possible=[(one, words_for(one)) for one in found.rows if one.possible],
        near_misses=[(one, words_for(one)) for one in found.rows if one.near_miss],
        others=ranked.others,
        url_for_page=url_for_page(),
    )
