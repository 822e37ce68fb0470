"""What the overviews say of certificates."""

from app.certificates.words import words_of
from app.kernel.cards import CountyView, EmployerView, OverviewCard
from app.kernel.context import today
from app.kernel.translate import _, ngettext
from app.words.filters import label
from certification.certificates.queries import number_certified, of_organisation, telling


def certificates_card(view: CountyView) -> OverviewCard:
    """How many employers are certified today."""
    count = number_certified(view.session, today())
    text = ngettext("%(num)s virksomhet er sertifisert i dag.", "%(num)s virksomheter er sertifisert i dag.", count)
    return OverviewCard(_("Sertifikater"), text)


def certificate_card(view: EmployerView) -> OverviewCard | None:
    """How the certificate stands; nothing for one who never had any."""
    found = telling(view.ask(of_organisation), today())
    if found is None:
        return None
    words = words_of(found, today())
    return OverviewCard(label(found.level), words.sentence, tags=((label(words.status), words.tone),))
