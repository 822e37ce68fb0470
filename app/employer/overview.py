"""The employer's overview: the steps of the way in, and one card for each part of Plass.

A new part adds a function to CARDS (and to STEPS, when a newcomer should do it early). A function takes the
EmployerView and answers with a card or step, or with None when there is nothing to say to this reader.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from app.employer.current import current_organisation
from app.employer.network_cards import certificate_card, network_card
from app.employer.placement_card import placements_card
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import OverviewCard, Step, StepList, build_cards
from app.kernel.database import session
from app.words.filters import label
from certification.cases import history
from certification.cases.types import AssessmentState
from matching.disclosures import sharing as disclosures
from matching.records.queries import openings
from matching.records.types import OpeningState, ProposalState
from register.joining import authority
from register.organisations import queries as organisations_queries
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.people.models import User
from register.roles import grants as roles
from register.roles import queries as roles_queries
from register.roles.types import AuthorityState, Role


@dataclass(frozen=True)
class EmployerView:
    """What a card is made from: whose overview it is and who reads it."""

    session: Session
    organisation: Organisation
    user: User
    role: Role

    def url(self, endpoint: str, **values: object) -> str:
        """An address under this employer."""
        return url_for(f"employer.{endpoint}", orgnr=self.organisation.orgnr, **values)  # type: ignore[arg-type]  # Flask takes any value


def registered_step(view: EmployerView) -> Step:
    """Enhetsregisteret has confirmed the registration."""
    if view.organisation.verification is Verification.VERIFIED:
        return Step(_("Virksomheten er registrert"), True)
    return Step(_("Enhetsregisteret bekrefter virksomheten"), False)


def authority_step(view: EmployerView) -> Step:
    """Somebody may bind the employer."""
    leaders = roles.people_with_role(view.session, Role.LEADER, organisation_id=view.organisation.id)
    return Step(_("Få bekreftet hvem som er leder"), bool(leaders), view.url("authority"))


def authority_card(view: EmployerView) -> OverviewCard | None:
    """How the reader's own request for authority stands; a leader needs no card."""
    if view.role is Role.LEADER:
        return None
    request = authority.latest_request(view.session, organisation_id=view.organisation.id, user_id=view.user.id)
    title, url = _("Lederrettigheter"), view.url("authority")
    if request is not None and request.state is AuthorityState.CODE_SENT:
        text = _("Fylkeskommunen har sendt en kode i brev til dere. Skriv den inn her.")
        return OverviewCard(title, text, url, tags=((_("Kode sendt i brev"), "warning"),))
    if request is not None and request.state is AuthorityState.OPEN:
        text = _("Fylkeskommunen ser på forespørselen din. Du kan forberede alt så lenge.")
        return OverviewCard(title, text, url, tags=((_("Venter på bekreftelse"), "info"),))
    if request is not None and request.state is AuthorityState.REJECTED:
        text = _("Fylkeskommunen kunne ikke bekrefte deg som leder. Se hvorfor.")
        return OverviewCard(title, text, url, tags=((_("Avslått"), "danger"),))
    text = _("Du kan forberede alt. Det som binder virksomheten, gjør en leder.")
    return OverviewCard(title, text, url)


def workplaces_card(view: EmployerView) -> OverviewCard:
    """The places where work is done."""
    found = organisations_queries.open_workplaces(view.session, view.organisation.id)
    text = (
        ngettext("%(num)s arbeidssted fra Enhetsregisteret.", "%(num)s arbeidssteder fra Enhetsregisteret.", len(found))
        if found
        else _("Enhetsregisteret viser ingen arbeidssteder ennå.")
    )
    return OverviewCard(_("Arbeidssteder"), text, view.url("workplaces"))


def colleagues_card(view: EmployerView) -> OverviewCard:
    """Those who may work here in Plass."""
    count = len(roles_queries.colleagues(view.session, view.organisation.id))
    text = ngettext("%(num)s person har tilgang.", "%(num)s personer har tilgang.", count)
    return OverviewCard(_("Kolleger"), text, view.url("colleagues"))


def opening_step(view: EmployerView) -> Step:
    """The first place is posted."""
    counts = openings.counts_by_state(view.session, view.organisation.id)
    posted = sum(count for state, count in counts.items() if state is not OpeningState.DRAFT)
    return Step(_("Legg ut en plass"), bool(posted), view.url("openings"))


def openings_card(view: EmployerView) -> OverviewCard:
    """The places on offer and those being written."""
    counts = openings.counts_by_state(view.session, view.organisation.id)
    shown, drafts = counts[OpeningState.PUBLISHED], counts[OpeningState.DRAFT]
    tags = [(_("%(n)s utkast", n=drafts), "neutral")] if drafts else []
    text = (
        ngettext("%(num)s plass er publisert.", "%(num)s plasser er publisert.", shown)
        if shown
        else _("Dere har ingen publiserte plasser nå.")
    )
    return OverviewCard(_("Plasser"), text, view.url("openings"), tags=tuple(tags))


def candidates_card(view: EmployerView) -> OverviewCard | None:
    """Only leaders hear of candidates, and only of those who said yes."""
    if view.role is not Role.LEADER:
        return None
    found = disclosures.disclosed_to(view.session, view.organisation.id)
    waiting = [one for one in found if one.state is ProposalState.CANDIDATE_YES]
    title, url = _("Kandidater"), view.url("candidates")
    if waiting:
        text = _("Noen har sagt ja til en plass hos dere og venter på svar.")
        return OverviewCard(title, text, url, tags=((_("Venter på svar"), "warning"),))
    if found:
        return OverviewCard(title, _("De som har sagt ja til en plass hos dere."), url)
    return OverviewCard(title, _("Når noen sier ja til en plass hos dere, ser dere det her."), url)


def assessment_step(view: EmployerView) -> Step:
    """The first case of certification is begun."""
    found = history.assessments_of(view.session, view.organisation.id)
    return Step(_("Start en sak om sertifisering"), bool(found), view.url("assessment"))


def assessment_card(view: EmployerView) -> OverviewCard:
    """How the case of certification stands."""
    found = next(iter(history.assessments_of(view.session, view.organisation.id)), None)
    if found is None:
        text = _("Bli en inkluderende arbeidsgiver: svar på hva dere gjør, og få det bekreftet.")
        return OverviewCard(_("Sertifisering"), text, view.url("assessment"))
    tone = "warning" if found.state is AssessmentState.RETURNED else "info"
    text, tag = str(label(found.level)), (str(label(found.state)), tone)
    return OverviewCard(_("Sertifisering"), text, view.url("assessment"), tags=(tag,))


STEPS: list[Callable[[EmployerView], Step]] = [
    registered_step,
    authority_step,
    assessment_step,
    opening_step,
]
CARDS: list[Callable[[EmployerView], OverviewCard | None]] = [
    authority_card,
    assessment_card,
    candidates_card,
    placements_card,
    openings_card,
    certificate_card,
    network_card,
    workplaces_card,
    colleagues_card,
]


@pages.get("/<orgnr>/", access=in_organisation(purpose="see what there is to do"))
def front(orgnr: str) -> str:
    """What to do first, and how everything stands."""
    principal = signed_in_principal()
    role = principal.role_in_organisation(orgnr) or Role.EMPLOYEE
    view = EmployerView(session(), current_organisation(), principal.user, role)
    return render_template(
        "employer/front.html",
        step_list=StepList(tuple(step(view) for step in STEPS)),
        cards_to_show=build_cards(CARDS, view),
    )
