"""The county's overview: one card for each thing that may wait for somebody.

A new part adds a function to CARDS. It takes the CountyView and answers with a card, or with None when the reader's
roles do not reach that part.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from app.kernel.access import with_role
from app.kernel.audiences import access_of
from app.kernel.audiences import county as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import OverviewCard, build_cards
from app.kernel.context import now, today
from app.kernel.database import session
from app.kernel.principal import Principal
from app.progress.current import current_progress
from certification.cases.queries import counts_by_state
from certification.cases.types import AssessmentState
from certification.certificates.queries import RegisterFilter, certified_employers
from certification.network.queries import coming_gatherings
from register.joining import queries as joining_queries
from register.organisations import queries as organisations_queries
from register.organisations.types import Verification
from register.roles.types import COUNTY_ROLES


@dataclass(frozen=True)
class CountyView:
    """What a card is made from."""

    session: Session
    principal: Principal

    def reaches(self, endpoint: str) -> bool:
        """Whether the reader may open a page of the county."""
        access = access_of(current_app, f"county.{endpoint}")
        return access is not None and access.admits(self.principal)


def authority_card(view: CountyView) -> OverviewCard | None:
    """Requests for authority that wait for an answer."""
    if not view.reaches("authority_requests"):
        return None
    count = joining_queries.waiting_requests(view.session)
    text = (
        ngettext("%(num)s person venter på svar.", "%(num)s personer venter på svar.", count)
        if count
        else _("Ingen venter på svar.")
    )
    tags = ((_("Venter på deg"), "warning"),) if count else ()
    return OverviewCard(_("Fullmakter"), text, url_for("county.authority_requests"), tags=tags)


def unverified_card(view: CountyView) -> OverviewCard | None:
    """Registrations that Enhetsregisteret has not answered yet; nothing to say when there are none."""
    count = organisations_queries.unverified_registrations(view.session)
    if not view.reaches("organisations") or not count:
        return None
    text = ngettext(
        "%(num)s registrering venter på svar fra Enhetsregisteret. Plass spør på nytt av seg selv.",
        "%(num)s registreringer venter på svar fra Enhetsregisteret. Plass spør på nytt av seg selv.",
        count,
    )
    url = url_for("county.organisations", status=Verification.UNVERIFIED.value)
    return OverviewCard(_("Ubekreftede registreringer"), text, url)


def organisations_card(view: CountyView) -> OverviewCard | None:
    """The employers."""
    if not view.reaches("organisations"):
        return None
    count = organisations_queries.organisations_page(view.session).total
    text = ngettext("%(num)s virksomhet er registrert.", "%(num)s virksomheter er registrert.", count)
    return OverviewCard(_("Virksomheter"), text, url_for("county.organisations"))


def certificates_card(view: CountyView) -> OverviewCard | None:
    """How many employers are certified today."""
    if not view.reaches("certificates"):
        return None
    count = certified_employers(view.session, RegisterFilter(), on=today()).total
    text = ngettext("%(num)s virksomhet er sertifisert i dag.", "%(num)s virksomheter er sertifisert i dag.", count)
    return OverviewCard(_("Sertifikater"), text, url_for("county.certificates"))


def gatherings_card(view: CountyView) -> OverviewCard | None:
    """The gatherings ahead."""
    if not view.reaches("gatherings"):
        return None
    count = len(coming_gatherings(view.session, now()))
    text = (
        ngettext("%(num)s samling kommer.", "%(num)s samlinger kommer.", count)
        if count
        else _("Ingen samlinger er planlagt.")
    )
    return OverviewCard(_("Samlinger"), text, url_for("county.gatherings"))


def users_card(view: CountyView) -> OverviewCard | None:
    """Users and NAV offices, for those who let people in."""
    if not view.reaches("users"):
        return None
    text = _("Slipp inn veiledere, sertifisører og kolleger i fylkeskommunen, og gi dem roller.")
    return OverviewCard(_("Brukere"), text, url_for("county.users"))


def jobs_card(view: CountyView) -> OverviewCard | None:
    """How far the 1000 jobs have come."""
    if not view.reaches("jobs"):
        return None
    figures = current_progress()
    text = _("%(n)s av %(goal)s jobber har startet.", n=figures.jobs.started, goal=figures.goal)
    return OverviewCard(_("Jobbene"), text, url_for("county.jobs"))


def cases_card(view: CountyView) -> OverviewCard | None:
    """Cases that wait for a certifier or a decision."""
    if not view.reaches("assessments"):
        return None
    counts = counts_by_state(view.session)
    waiting = counts.get(AssessmentState.SUBMITTED, 0) if view.reaches("assessment_assign") else 0
    ready = counts.get(AssessmentState.RECOMMENDED, 0)
    parts = []
    if waiting:
        parts.append(ngettext("%(num)s sak venter på sertifisør.", "%(num)s saker venter på sertifisør.", waiting))
    if ready:
        parts.append(ngettext("%(num)s sak er klar for vedtak.", "%(num)s saker er klare for vedtak.", ready))
    text = " ".join(parts) or _("Ingen saker venter på fylkeskommunen.")
    tags = ((_("Venter på deg"), "warning"),) if parts else ()
    return OverviewCard(_("Saker"), text, url_for("county.assessments"), tags=tags)


CARDS: list[Callable[[CountyView], OverviewCard | None]] = [
    jobs_card,
    cases_card,
    authority_card,
    unverified_card,
    organisations_card,
    certificates_card,
    gatherings_card,
    users_card,
]


@pages.get("/", access=with_role(*COUNTY_ROLES, purpose="run the scheme"))
def front() -> str:
    """What there is to do now."""
    view = CountyView(session(), signed_in_principal())
    return render_template("county/front.html", cards_to_show=build_cards(CARDS, view))
