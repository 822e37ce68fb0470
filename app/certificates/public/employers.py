"""The employers everyone may know of: those with a certificate that counts, and those with paid places on offer."""

from flask import render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.certificates.words import words_of
from app.kernel.access import everyone
from app.kernel.audiences import public as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.forms.base import FilterForm
from app.kernel.forms.fields import SearchField
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.kernel.translate import _
from app.openings.words import OpeningWords
from app.words.filters import label
from certification.certificates import queries as certificates
from certification.certificates.queries import RegisterFilter
from certification.criteria.types import LevelId
from ground.errors import NotFound
from ground.paging import Order
from matching.records.queries.openings import public_openings_of
from register.organisations.municipalities import is_in_akershus, municipalities
from register.organisations.queries import open_workplaces, organisation_by_number

LEVELS = (LevelId.INKLUDERENDE, LevelId.PADRIVER)


class EmployerFilters(FilterForm):
    """A search has an address and can be shared."""

    q = SearchField(_l("Navn eller organisasjonsnummer"))
    kommune = SelectField(_l("Kommune"))
    niva = SelectField(_l("Nivå"))

    def prepare(self) -> "EmployerFilters":
        """Fill in the choices."""
        places = sorted(municipalities(), key=lambda place: place.name)
        self.kommune.choices = [("", _("Hele Akershus")), *((place.number, place.name) for place in places)]
        self.niva.choices = [("", _("Alle nivåer")), *((level.value, label(level)) for level in LEVELS)]
        return self

    @property
    def wanted(self) -> RegisterFilter:
        """What the list is narrowed to; what makes no sense in the address is left out."""
        return RegisterFilter(
            text=self.q.words,
            municipality_number=self.kommune.data if is_in_akershus(self.kommune.data) else None,
            level=LevelId(self.niva.data) if self.niva.data in LEVELS else None,
        )


@pages.get("/virksomheter", access=everyone("find certified employers"))
def certified() -> str:
    """The employers with a certificate that counts today."""
    form, by = EmployerFilters(request.args).prepare(), sorting(Order.NAME, Order.NEWEST)
    return render_template(
        "certificates/public/certified.html",
        filter_form=form,
        is_narrowed=form.wanted != RegisterFilter(),
        found=certificates.certified_employers(session(), form.wanted, on=today(), order=by.order, page=page_number()),
        sorting=by,
        today=today(),
        url_for_page=url_for_page(),
    )


@pages.get("/virksomheter/<orgnr>", access=everyone("know what an employer offers"))
def certified_employer(orgnr: str) -> str:
    """One employer that is certified or offers paid places; all others are not found, registered or not."""
    organisation = organisation_by_number(session(), orgnr)
    certificate = certificates.counting_certificate(session(), organisation.id, today())
    found = public_openings_of(session(), organisation.id, today=today(), page=page_number())
    if certificate is None and not found.total:
        raise NotFound
    return render_template(
        "certificates/public/certified_employer.html",
        employer=organisation,
        certificate=certificate,
        words=words_of(certificate, today()) if certificate else None,
        workplaces=open_workplaces(session(), organisation.id),
        found=found,
        openings=[OpeningWords(one) for one in found.rows],
        url_for_page=url_for_page(),
    )
