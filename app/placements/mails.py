"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.doors.mails import own_page
from app.kernel.house import MailPage, mail_page
from matching.placements.mails import PlacementMail
from matching.records.types import ApprovalParty

EMPLOYERS_PLACEMENT = mail_page("employer.placement_show", "orgnr", "placement_id", party=ApprovalParty.EMPLOYER)
EMPLOYERS_PLACEMENTS = mail_page("employer.placements_list", "orgnr", party=ApprovalParty.EMPLOYER)
CANDIDATES_PLACEMENT = own_page("candidate.placement_show", "placement_id", party=ApprovalParty.CANDIDATE)
COUNSELLORS_PLACEMENT = mail_page("counsellor.placement_show", "placement_id", party=ApprovalParty.COUNSELLOR)
# Put in the outbox before each mail to a candidate carried a link of their own.
CANDIDATES_PLACEMENT_BEFORE = mail_page(
    "candidate.placement_show", "placement_id", party=ApprovalParty.CANDIDATE, lacks="own_link_id"
)
ALL_THREE = (EMPLOYERS_PLACEMENT, CANDIDATES_PLACEMENT, CANDIDATES_PLACEMENT_BEFORE, COUNSELLORS_PLACEMENT)
# The employer sees no more of a placement that is over than a line in the list.
OVER = (EMPLOYERS_PLACEMENTS, COUNSELLORS_PLACEMENT)

MAILS: dict[str, tuple[MailPage, ...]] = {
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: OVER,
    PlacementMail.START_TO_CONFIRM: (EMPLOYERS_PLACEMENT, COUNSELLORS_PLACEMENT),
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.PLACEMENT_ENDED: OVER,
    PlacementMail.FOLLOW_UP_DUE: (COUNSELLORS_PLACEMENT,),
}
