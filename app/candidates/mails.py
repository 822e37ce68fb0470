"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.doors.mails import own_page
from app.kernel.house import MailPage, mail_page
from matching.candidates.mails import CandidateMail

COUNSELLORS_CANDIDATE = mail_page("counsellor.candidate_show", "candidate_id")
COUNSELLORS_REQUEST = mail_page("counsellor.request_show", "request_id")

MAILS: dict[str, tuple[MailPage, ...]] = {
    CandidateMail.DELETION_ASKED: (own_page("candidate.front"),),
    CandidateMail.CANDIDATE_LEAVES: (COUNSELLORS_CANDIDATE,),
    CandidateMail.FORGOTTEN_SOON: (own_page("candidate.front"),),
    CandidateMail.CANDIDATE_FORGOTTEN_SOON: (COUNSELLORS_CANDIDATE,),
    CandidateMail.REQUEST_MADE: (COUNSELLORS_REQUEST,),
    CandidateMail.REQUEST_DUE: (COUNSELLORS_REQUEST,),
    CandidateMail.REQUEST_ANSWERED: (own_page("candidate.rights"),),
}
