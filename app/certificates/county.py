"""The county's certificates: the list, one of them, and what may be done to it."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.certificates.access import known_certificate
from app.certificates.forms import CertificateFilters, ReasonForm
from app.certificates.words import TONES, words_of
from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.base import Form
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.kernel.translate import _
from certification.certificates import life as service
from certification.certificates import queries
from certification.certificates.errors import CertificateNotValid
from certification.certificates.models import Certificate
from certification.certificates.validity import next_report, reports_open
from ground.paging import Order
from register.roles.types import Role


@dataclass(frozen=True)
class Change:
    """Something that is done to a certificate with a reason, and how it is asked for."""

    carry_out: Callable[..., Certificate]
    question: LazyString
    consequence: LazyString
    button: LazyString
    done: LazyString
    tone: str | None = None


SUSPEND = Change(
    service.suspend,
    _l("Vil du sette sertifikatet på vent?"),
    _l(
        "Det gjelder ikke lenger fra i dag, og det står på den åpne siden med en gang. Virksomheten er ute av "
        "nettverket så lenge."
    ),
    _l("Sett på vent"),
    _l("Sertifikatet er satt på vent."),
    "danger",
)
REINSTATE = Change(
    service.reinstate,
    _l("Skal sertifikatet gjelde igjen?"),
    _l("Det gjelder fra i dag og til samme dato som før."),
    _l("La det gjelde igjen"),
    _l("Sertifikatet gjelder igjen."),
)
WITHDRAW = Change(
    service.withdraw,
    _l("Vil du trekke sertifikatet tilbake?"),
    _l(
        "Det gjelder ikke lenger fra i dag, og det kan ikke gjøres om. Virksomheten må gjennom en ny sak for å bli "
        "sertifisert."
    ),
    _l("Trekk tilbake"),
    _l("Sertifikatet er trukket tilbake."),
    "danger",
)


@pages.get(
    "/sertifikater",
    access=with_role(Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="know every certificate there has been"),
)
def certificates() -> str:
    """Every certificate, narrowed by status."""
    form, by = CertificateFilters(request.args), sorting(Order.NAME, Order.NEWEST, Order.LAST_DAY)
    found = queries.certificates_page(
        session(),
        statuses=form.statuses,
        text=form.q.words,
        on=today(),
        order=by.order,
        page=page_number(),
    )
    return render_template(
        "certificates/county/list.html",
        form=form,
        found=found,
        sorting=by,
        words={one.id: words_of(one, today()) for one in found.rows},
        url_for_page=url_for_page(),
    )


@pages.get(
    "/sertifikater/<uuid:certificate_id>",
    access=with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="see what has happened to a certificate", relation=known_certificate
    ),
)
def certificate(certificate: Certificate) -> str:
    """One certificate, with what has happened to it and why."""
    status, due = certificate.status_on(today()), next_report(certificate.facts)
    return render_template(
        "certificates/county/show.html",
        certificate=certificate,
        words=words_of(certificate, today()),
        edition_number=queries.edition_number(session(), certificate),
        tone=TONES[status],
        is_over=status in service.OVER,
        report_due=due if status not in service.OVER else None,
        report_opens=reports_open(due) if due else None,
        today=today(),
        decision=queries.decision_behind(session(), certificate),
        events=queries.events_with_people(session(), certificate),
        may_act=Role.PROGRAMME_LEAD in signed_in_principal().roles,
        form=Form(),
    )


@pages.route(
    "/sertifikater/<uuid:certificate_id>/sett-pa-vent",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="suspend a certificate", relation=known_certificate),
)
def certificate_suspend(certificate: Certificate) -> Response | str:
    """Ask why, and then suspend."""
    return _ask(certificate, SUSPEND)


@pages.route(
    "/sertifikater/<uuid:certificate_id>/gjelder-igjen",
    methods=["GET", "POST"],
    access=with_role(
        Role.PROGRAMME_LEAD, purpose="let a suspended certificate count again", relation=known_certificate
    ),
)
def certificate_reinstate(certificate: Certificate) -> Response | str:
    """Ask why, and then end the suspension."""
    return _ask(certificate, REINSTATE)


@pages.route(
    "/sertifikater/<uuid:certificate_id>/trekk-tilbake",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="withdraw a certificate", relation=known_certificate),
)
def certificate_withdraw(certificate: Certificate) -> Response | str:
    """Ask why, and then withdraw."""
    return _ask(certificate, WITHDRAW)


@pages.post(
    "/sertifikater/<uuid:certificate_id>/arsrapport",
    access=with_role(Role.PROGRAMME_LEAD, purpose="note that an annual report has come", relation=known_certificate),
)
def certificate_report(certificate: Certificate) -> Response:
    """Note that the annual report has come."""
    with refusals_flashed():
        service.receive_annual_report(act(), certificate_id=certificate.id)
        flash(_("Årsrapporten er registrert."))
    return redirect(url_for("county.certificate", certificate_id=certificate.id))


def _ask(certificate: Certificate, change: Change) -> Response | str:
    form, there = ReasonForm(), url_for("county.certificate", certificate_id=certificate.id)
    employer, level = certificate.organisation, certificate.level
    if form.validate_on_submit():
        with refusals_at(form, reason=CertificateNotValid):
            change.carry_out(act(), certificate_id=certificate.id, reason=form.reason.data or "")
            flash(str(change.done))
            return redirect(there)
    return render_template(
        "certificates/county/change.html", form=form, change=change, employer=employer, level=level, there=there
    )
