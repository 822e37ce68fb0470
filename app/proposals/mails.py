"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.doors.mails import own_page
from app.kernel.house import MailPage, mail_page
from matching.proposals.mails import ProposalMail
from matching.records.types import ApprovalParty

CANDIDATES_PLACEMENT = (
    own_page("candidate.placement_show", "placement_id", party=ApprovalParty.CANDIDATE),
    # Put in the outbox before each mail to a candidate carried a link of their own.
    mail_page("candidate.placement_show", "placement_id", party=ApprovalParty.CANDIDATE, lacks="own_link_id"),
)
COUNSELLORS_PLACEMENT = mail_page("counsellor.placement_show", "placement_id", party=ApprovalParty.COUNSELLOR)
COUNSELLORS_PROPOSAL = mail_page(
    "counsellor.proposal_show", "candidate_id", "proposal_id", party=ApprovalParty.COUNSELLOR
)

MAILS: dict[str, tuple[MailPage, ...]] = {
    ProposalMail.PROPOSAL_MADE: (
        own_page("candidate.proposal_show", "proposal_id"),
        mail_page("candidate.enter_code", lacks="proposal_id"),
    ),
    ProposalMail.CANDIDATE_SAID_YES: (mail_page("employer.candidates", "orgnr"),),
    ProposalMail.CANDIDATE_ANSWERED: (mail_page("counsellor.candidate_show", "candidate_id"),),
    ProposalMail.EMPLOYER_ANSWERED: (COUNSELLORS_PLACEMENT, COUNSELLORS_PROPOSAL),
    ProposalMail.EMPLOYER_SAID_YES: CANDIDATES_PLACEMENT,
    ProposalMail.PROPOSAL_LAPSED: (COUNSELLORS_PROPOSAL,),
}
