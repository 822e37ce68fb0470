"""Openings that everyone may see: the list, one of them, and the way to help. Unpaid ones are never here."""

import uuid
from dataclasses import replace

from flask import render_template, request

from app.kernel.access import everyone
from app.kernel.addresses import full_address
from app.kernel.audiences import public as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.paging import page_number
from app.kernel.sorting import sorting
from app.openings.public.filters import address_of, chosen_filters, filters_from
from app.openings.public.job_posting import job_posting
from app.openings.public.nav_offices import office_for
from app.openings.words import OpeningWords
from certification.api import certification_on, certified_among
from ground.paging import Order
from matching.openings import search as opening_search
from matching.records.queries.openings import public_opening
from register.organisations.municipalities import is_in_akershus, municipalities


@pages.get("/stillinger", endpoint="openings", access=everyone("find a paid place"))
def openings_list() -> str:
    """Search and browse."""
    form = filters_from(request.args)
    by = sorting(Order.NEWEST, Order.NAME)
    search = replace(form.search, order=by.order)
    fitting = opening_search.fitting_by_municipality(session(), search, today=today())
    form.prepare({number for number in fitting if number})
    found = opening_search.search_public(session(), search, today=today(), fitting=fitting, page=page_number())
    return render_template(
        "openings/public/list.html",
        filter_form=form,
        sorting=by,
        found=found,
        openings=[OpeningWords(opening) for opening in found.rows],
        certified=certified_among(session(), {one.organisation_id for one in found.rows}, today()),
        chosen=chosen_filters(search),
        municipality=search.municipality,
        counts={one.number: (fitting.get(one.number, 0),) * 2 for one in municipalities()},
        map_links={
            number: address_of(replace(search, municipality=number)) for number in fitting if is_in_akershus(number)
        },
        url_for_page=lambda number: address_of(search, page=number),
    )


@pages.get("/stillinger/<uuid:opening_id>", access=everyone("read about a paid place"))
def opening(opening_id: uuid.UUID) -> str:
    """One opening, and how to apply."""
    found = public_opening(session(), opening_id, today=today())
    words = OpeningWords(found)
    here = full_address("public.opening", opening_id=opening_id)
    return render_template(
        "openings/public/show.html",
        opening=found,
        words=words,
        posting=job_posting(words, here),
        here=here,
        certification=certification_on(session(), found.organisation_id, today()),
    )


@pages.get("/stillinger/<uuid:opening_id>/hjelp", access=everyone("find help to get a paid place"))
def opening_help(opening_id: uuid.UUID) -> str:
    """Who can help somebody who wants this opening but not alone. Nothing is stored."""
    found = public_opening(session(), opening_id, today=today())
    return render_template(
        "openings/public/help.html",
        opening=found,
        words=OpeningWords(found),
        office=office_for(found.workplace.municipality_number),
    )
