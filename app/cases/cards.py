"""What the overviews say of cases of certification."""

from app.kernel.cards import CountyView, EmployerView, OverviewCard, Step
from app.kernel.translate import _, ngettext
from app.words.filters import label
from certification.cases import history
from certification.cases.queries import counts_by_state
from certification.cases.types import AssessmentState


def assessment_step(view: EmployerView) -> Step:
    """The first case of certification is begun."""
    found = view.ask(history.assessments_of)
    return Step(_("Start sertifiseringen"), bool(found))


def assessment_card(view: EmployerView) -> OverviewCard:
    """How the case of certification stands."""
    found = next(iter(view.ask(history.assessments_of)), None)
    if found is None:
        text = _("Bli en inkluderende arbeidsgiver: svar på hva dere gjør, og få det bekreftet.")
        return OverviewCard(_("Sertifisering"), text)
    tone = "warning" if found.state is AssessmentState.RETURNED else "info"
    text, tag = str(label(found.level)), (str(label(found.state)), tone)
    return OverviewCard(_("Sertifisering"), text, tags=(tag,))


def cases_card(view: CountyView) -> OverviewCard:
    """Cases that wait for a certifier or a decision."""
    counts = counts_by_state(view.session)
    waiting = counts.get(AssessmentState.SUBMITTED, 0) if view.reaches("county.assessment_assign") else 0
    ready = counts.get(AssessmentState.RECOMMENDED, 0)
    parts = []
    if waiting:
        parts.append(ngettext("%(num)s sak venter på sertifisør.", "%(num)s saker venter på sertifisør.", waiting))
    if ready:
        parts.append(ngettext("%(num)s sak er klar for vedtak.", "%(num)s saker er klare for vedtak.", ready))
    text = " ".join(parts) or _("Ingen saker venter på fylkeskommunen.")
    tags = ((_("Venter på deg"), "warning"),) if parts else ()
    return OverviewCard(_("Saker"), text, tags=tags)
