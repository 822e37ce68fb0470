"""What certifier and county do with a case before it is approved: they send it back, refuse a proposal, postpone."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from certification.cases import assessments, review
from certification.cases.case import read_case
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from certification.decisions import deciding
from ground.act import Act
from register.people.models import User
from tests.support.world import NOON

IN_A_MONTH = NOON.date() + timedelta(days=30)


@dataclass(frozen=True)
class Round:
    """One case and those who have to do with it. What is done stands in the case, and can be done again."""

    session: Session
    case: Assessment
    leader: User
    certifier: User
    first: User
    second: User

    def submit(self) -> None:
        """The leader signs the case as it stands and sends it in, again to the same certifier."""
        seen = read_case(self.session, self.case)
        assessments.sign_and_submit(self._by(self.leader), seen, seen_hash=seen.hash)

    def send_back(self) -> None:
        """The certifier sends the case back to the employer."""
        seen = read_case(self.session, self.case)
        review.send_back(self._by(self.certifier), seen, message="Rutinen mangler.", due_on=IN_A_MONTH)

    def recommend(self) -> None:
        """The certifier recommends to postpone."""
        seen = read_case(self.session, self.case)
        review.recommend(self._by(self.certifier), seen, outcome=DecisionOutcome.POSTPONED, text="Noe mangler ennå.")

    def propose(self) -> Decision:
        """The first of two proposes to postpone."""
        return deciding.propose(
            self._by(self.first),
            read_case(self.session, self.case),
            outcome=DecisionOutcome.POSTPONED,
            reasons="Funnene mangler.",
            due_on=IN_A_MONTH,
            declares_impartial=True,
        )

    def refuse(self, proposal: Decision) -> None:
        """The second says no to the proposal."""
        deciding.refuse(self._by(self.second), decision_id=proposal.id, reason="Vi venter.")

    def postpone(self) -> None:
        """Two people postpone the case: it is the employer's again."""
        proposal, seen = self.propose(), read_case(self.session, self.case)
        deciding.confirm(self._by(self.second), seen, decision_id=proposal.id, declares_impartial=True)

    def _by(self, who: User) -> Act:
        return Act(self.session, who.id, NOON)
