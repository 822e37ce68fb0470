"""What the employer's overview says of its places."""

import uuid

from sqlalchemy.orm import Session

from app.kernel.cards import EmployerView, OverviewCard, Step
from app.kernel.context import today
from app.kernel.translate import _, ngettext
from matching.records.queries import openings
from matching.records.types import OpeningState


def _counts(session: Session, organisation_id: uuid.UUID) -> dict[OpeningState, int]:
    return openings.counts_by_state(session, organisation_id, today=today())


def opening_step(view: EmployerView) -> Step:
    """The first place is posted."""
    counts = view.ask(_counts)
    posted = sum(count for state, count in counts.items() if state is not OpeningState.DRAFT)
    return Step(_("Legg ut en plass"), bool(posted))


def openings_card(view: EmployerView) -> OverviewCard:
    """The places on offer and those being written."""
    counts = view.ask(_counts)
    shown, drafts = counts[OpeningState.PUBLISHED], counts[OpeningState.DRAFT]
    tags = [(_("%(n)s utkast", n=drafts), "neutral")] if drafts else []
    text = (
        ngettext("%(num)s plass er publisert.", "%(num)s plasser er publisert.", shown)
        if shown
        else _("Dere har ingen publiserte plasser nå.")
    )
    return OverviewCard(_("Ledige plasser"), text, tags=tuple(tags))
