"""In which order a request holds rows: judged in all tests, on both engines, by the statements that ask for it."""

from typing import Any

from flask import has_request_context
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from ground.locks import HOLDS

ORDER = (
    "RoleProposal",
    "User",
    "RoleGrant",
    "AuthorityRequest",
    "Invitation",
    "AccessRequest",
    "Assessment",
    "Decision",
    "Organisation",
    "Gathering",
    "Candidate",
    "Placement",
    "Agreement",
    "FollowUp",
    "Opening",
    "Proposal",
)
"""As docs/locking.md tells it."""
HELD = "held_in_this_transaction"


class Holds:
    """Listens to every session of the process."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        event.listen(Session, "do_orm_execute", self._asked)
        event.listen(Session, "after_transaction_end", self._over)

    def _asked(self, asked: ORMExecuteState) -> None:
        kind = asked.execution_options.get(HOLDS)
        if kind is None or not has_request_context():  # a test does many acts in one transaction, a request one
            return
        held = asked.session.info.setdefault(HELD, [])
        later = [one for one in held if ORDER.index(one) > ORDER.index(kind)]
        if later and kind not in held:
            self.wrong.append(f"{kind} is held after {', '.join(later)}")
        held.append(kind)

    def _over(self, session: Session, transaction: Any) -> None:
        if transaction.parent is None:
            session.info.pop(HELD, None)

    def told(self) -> list[str]:
        """What was out of order since this was asked last."""
        told, self.wrong = self.wrong, []
        return told
