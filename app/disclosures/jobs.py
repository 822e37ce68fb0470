"""Noticing who looks at very many candidates."""

from app.kernel.context import now
from app.kernel.database import own_transaction
from ground.act import Act
from matching.disclosures import many


def notice_many_reads() -> int:
    """Tell the county of those who looked at very many candidates today. Returns how many were new."""
    with own_transaction() as short:
        return many.notice_many_reads(Act(short, None, now()))
