"""What the overviews say of certificates."""

from app.certificates.words import words_of
from app.kernel.cards import EmployerView, OverviewCard
from app.kernel.context import today
from app.words.filters import label
from certification.certificates.queries import of_organisation, telling


def certificate_card(view: EmployerView) -> OverviewCard | None:
    """How the certificate stands; nothing for one who never had any."""
    found = telling(view.ask(of_organisation), today())
    if found is None:
        return None
    words = words_of(found, today())
    return OverviewCard(label(found.level), words.sentence, tags=((label(words.status), words.tone),))
