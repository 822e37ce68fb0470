"""Who acts in the demo has looked first, as on the pages; candidates read it on their own."""

from app.demo.loading.timeline import Timeline
from ground.act import Act
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.proposal import Proposal
from register.people.models import User
from register.roles.grants import people_with_role
from register.roles.types import Role

SEEN_FOR = {
    ReadPurpose.FIND_PLACE: ReadWhat.CARD,
    ReadPurpose.ANSWER_YES: ReadWhat.DISCLOSED,
    ReadPurpose.AGREEMENT: ReadWhat.PLACEMENT,
}


def look(timeline: Timeline, proposal: Proposal, reader: User, purpose: ReadPurpose) -> None:
    """One look at the candidate of a proposal: by the employer's leader to answer a yes, else by the counsellor."""
    by_employer = purpose is ReadPurpose.ANSWER_YES
    timeline.session.add_all(
        reads(
            Act(timeline.session, reader.id, timeline.now),
            proposal.candidate,
            role=Role.LEADER if by_employer else Role.COUNSELLOR,
            purpose=purpose,
            what=SEEN_FOR[purpose],
            organisation_id=proposal.opening.organisation_id if by_employer else None,
        )
    )


def leader_behind(timeline: Timeline, proposal: Proposal) -> User:
    """A leader of the employer whose place is proposed."""
    leaders = people_with_role(timeline.session, Role.LEADER, organisation_id=proposal.opening.organisation_id)
    return leaders[0]
