"""The cards of certificate and network on the employer's overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.certificates.words import words_of
from app.kernel.cards import OverviewCard
from app.kernel.context import now, today
from app.kernel.translate import _
from app.words.filters import label, written_date
from certification.certificates.queries import telling_certificate
from certification.network import queries as network
from certification.network.participation import participation_of
from certification.network.types import Participation

if TYPE_CHECKING:
    from app.employer.overview import EmployerView


def certificate_card(view: EmployerView) -> OverviewCard | None:
    """How the certificate stands; nothing for one who never had any."""
    found = telling_certificate(view.session, view.organisation.id, today())
    if found is None:
        return None
    words = words_of(found, today())
    return OverviewCard(
        label(found.level), words.sentence, view.url("certificate"), tags=((label(words.status), words.tone),)
    )


def network_card(view: EmployerView) -> OverviewCard | None:
    """The next gathering, for those who may come."""
    taking_part_as = participation_of(view.session, view.organisation.id, today())
    if taking_part_as is None:
        return None
    ahead = network.coming_gatherings(view.session, now())
    text = (
        _("Neste samling: «%(title)s», %(day)s.", day=written_date(ahead[0].starts_at), title=ahead[0].title)
        if ahead
        else _("Ingen samlinger er planlagt nå.")
    )
    words = _("Dere er medlem") if taking_part_as is Participation.MEMBER else _("Dere deltar som gjest")
    return OverviewCard(_("Nettverk"), text, view.url("network"), tags=((words, "neutral"),))
