"""What the overviews say of registration, authority and workplaces."""

from flask import url_for

from app.kernel.cards import CountyView, EmployerView, OverviewCard, Step
from app.kernel.translate import _, ngettext
from register.joining import access, authority
from register.joining import queries as joining_queries
from register.joining.tree import is_being_read
from register.organisations import queries as organisations_queries
from register.organisations.types import Verification
from register.roles import grants as roles
from register.roles.types import AuthorityState, Role


def registered_step(view: EmployerView) -> Step:
    """Enhetsregisteret has confirmed the registration."""
    if view.organisation.verification is Verification.VERIFIED:
        return Step(_("Virksomheten er registrert"), True)
    return Step(_("Enhetsregisteret bekrefter virksomheten"), False)


def authority_step(view: EmployerView) -> Step:
    """Somebody may bind the employer: the reader, or somebody else."""
    has_leader = view.role is Role.LEADER or bool(
        roles.people_with_role(view.session, Role.LEADER, organisation_id=view.organisation.id)
    )
    return Step(_("Få bekreftet hvem som er leder"), has_leader)


def authority_card(view: EmployerView) -> OverviewCard | None:
    """How the reader's own request for authority stands; a leader needs no card."""
    if view.role is Role.LEADER:
        return None
    request = authority.latest_request(view.session, organisation_id=view.organisation.id, user_id=view.user.id)
    title = _("Lederrettigheter")
    if request is not None and request.state is AuthorityState.CODE_SENT:
        text = _("Fylkeskommunen har sendt en kode i brev til dere. Skriv den inn her.")
        return OverviewCard(title, text, tags=((_("Kode sendt i brev"), "warning"),))
    if request is not None and request.state is AuthorityState.OPEN:
        text = _("Fylkeskommunen ser på forespørselen din. Du kan forberede alt så lenge.")
        return OverviewCard(title, text, tags=((_("Venter på bekreftelse"), "info"),))
    if request is not None and request.state is AuthorityState.REJECTED:
        text = _("Fylkeskommunen kunne ikke bekrefte deg som leder. Se hvorfor.")
        return OverviewCard(title, text, tags=((_("Avslått"), "danger"),))
    text = _("Du kan forberede alt. Det som binder virksomheten, gjør en leder.")
    return OverviewCard(title, text)


def workplaces_card(view: EmployerView) -> OverviewCard:
    """The places where work is done."""
    found = organisations_queries.open_workplaces(view.session, view.organisation.id)
    if found:
        text = ngettext(
            "%(num)s arbeidssted fra Enhetsregisteret.", "%(num)s arbeidssteder fra Enhetsregisteret.", len(found)
        )
    elif view.organisation.verification is Verification.UNVERIFIED:
        text = _("Vi henter dem når virksomheten er bekreftet i Enhetsregisteret.")
    elif is_being_read(view.session, view.organisation.id):
        text = _("Vi henter dem fra Enhetsregisteret nå.")
    else:
        text = _("Enhetsregisteret viser ingen arbeidssteder ennå.")
    return OverviewCard(_("Arbeidssteder"), text)


def requests_card(view: CountyView) -> OverviewCard:
    """Requests for authority that wait for an answer."""
    count = joining_queries.waiting_requests(view.session)
    text = (
        ngettext("%(num)s person venter på svar.", "%(num)s personer venter på svar.", count)
        if count
        else _("Ingen venter på svar.")
    )
    tags = ((_("Venter på deg"), "warning"),) if count else ()
    return OverviewCard(_("Fullmakter"), text, tags=tags)


def access_card(view: CountyView) -> OverviewCard | None:
    """Requests for access that no leader can answer; nothing to say when there are none."""
    count = len(access.open_requests_without_leader(view.session))
    if not count:
        return None
    text = ngettext("%(num)s person ber om tilgang.", "%(num)s personer ber om tilgang.", count)
    return OverviewCard(_("Tilgang til virksomheter"), text, tags=((_("Venter på deg"), "warning"),))


def unverified_card(view: CountyView) -> OverviewCard | None:
    """Registrations that Enhetsregisteret has not answered yet; nothing to say when there are none."""
    count = organisations_queries.unverified_registrations(view.session)
    if not count:
        return None
    text = ngettext(
        "%(num)s registrering venter på svar fra Enhetsregisteret. Plass spør på nytt av seg selv.",
        "%(num)s registreringer venter på svar fra Enhetsregisteret. Plass spør på nytt av seg selv.",
        count,
    )
    url = url_for("county.waiting_registrations")
    return OverviewCard(_("Ubekreftede registreringer"), text, url=url)


def organisations_card(view: CountyView) -> OverviewCard:
    """The employers."""
    count = organisations_queries.organisations_page(view.session).total
    text = ngettext("%(num)s virksomhet er registrert.", "%(num)s virksomheter er registrert.", count)
    return OverviewCard(_("Virksomheter"), text)
