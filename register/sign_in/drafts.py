"""What somebody typed and could not send, since they were signed out: kept for a day, for nobody but them."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, Text, cast, delete, false, or_, select
from sqlalchemy.orm import Session

from ground.act import Act
from register.people.models import User
from register.sign_in.models import KeptDraft

KEPT = timedelta(hours=24)
MOST_DRAFTS = 10
"""Of one user; the oldest give way."""


def keep_draft(act: Act, draft: KeptDraft) -> bool:
    """Keep a draft in place of the one that its form had; whether it was kept. Nothing is kept for a closed user."""
    user = act.session.get(User, draft.user_id)
    if user is None or user.closed_at is not None:
        return False
    act.session.merge(draft)
    act.session.flush()
    for older in act.session.scalars(_of(draft.user_id).offset(MOST_DRAFTS)).all():
        act.session.delete(older)
    return True


def drafts_of(session: Session, *, user_id: uuid.UUID, now: datetime) -> Sequence[KeptDraft]:
    """The drafts of a user that are kept still, the newest first."""
    return session.scalars(_of(user_id).where(KeptDraft.written_at > now - KEPT)).all()


def all_drafts_of(session: Session, *, user_id: uuid.UUID) -> Sequence[KeptDraft]:
    """All that is kept of a user's drafts, also what is shown no more and not yet removed; the newest first."""
    return session.scalars(_of(user_id)).all()


def throw_away(act: Act, *, user_id: uuid.UUID, page: str, form: str) -> None:
    """Forget one draft, if it is there."""
    act.session.execute(
        delete(KeptDraft).where(KeptDraft.user_id == user_id, KeptDraft.page == page, KeptDraft.form == form)
    )


def throw_away_all(act: Act, *, user_id: uuid.UUID) -> None:
    """Forget all drafts of a user, as when the user is closed."""
    act.session.execute(delete(KeptDraft).where(KeptDraft.user_id == user_id))


def throw_away_about(act: Act, ids: Collection[uuid.UUID]) -> None:
    """Forget what anybody wrote on a page about these things, or in a form that chose one of them.

    As when a person is forgotten: an address and a choice name what they are about by its key.
    """
    places = KeptDraft.page, KeptDraft.form, cast(KeptDraft.typed, Text)
    about = [place.contains(str(one)) for one in ids for place in places]
    act.session.execute(delete(KeptDraft).where(or_(false(), *about)).execution_options(synchronize_session=False))


def forget_drafts(act: Act) -> None:
    """Remove what nobody is shown any more (a scheduled job)."""
    act.session.execute(delete(KeptDraft).where(KeptDraft.written_at <= act.now - KEPT))


def _of(user_id: uuid.UUID) -> Select[KeptDraft]:
    return select(KeptDraft).where(KeptDraft.user_id == user_id).order_by(KeptDraft.written_at.desc())
