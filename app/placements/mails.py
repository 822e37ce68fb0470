"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from app.proposals.mails import CANDIDATES_PLACEMENT, COUNSELLORS_PLACEMENT
from matching.placements.mails import PlacementMail
from matching.records.types import ApprovalParty

EMPLOYERS_PLACEMENT = mail_page("employer.placement_show", "orgnr", "placement_id", party=ApprovalParty.EMPLOYER)
EMPLOYERS_PLACEMENTS = mail_page("employer.placements_list", "orgnr", party=ApprovalParty.EMPLOYER)
ALL_THREE = (EMPLOYERS_PLACEMENT, *CANDIDATES_PLACEMENT, COUNSELLORS_PLACEMENT)
# The employer sees no more of a placement that is over than a line in the list; a start may be taken back after that.
OVER = (EMPLOYERS_PLACEMENTS, COUNSELLORS_PLACEMENT)

MAILS: dict[str, tuple[MailPage, ...]] = {
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: OVER,
    PlacementMail.START_TO_CONFIRM: (EMPLOYERS_PLACEMENT, COUNSELLORS_PLACEMENT),
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.START_UNDONE: (EMPLOYERS_PLACEMENTS, *CANDIDATES_PLACEMENT, COUNSELLORS_PLACEMENT),
    PlacementMail.PLACEMENT_ENDED: OVER,
    PlacementMail.FOLLOW_UP_DUE: (COUNSELLORS_PLACEMENT,),
}
