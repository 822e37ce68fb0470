"""Telling a candidate, and those who follow them up, of what happens to the candidate's data."""

from ground.act import Act
from matching.candidates.mails import CandidateMail
from matching.doors import links as own_links
from matching.records.queries.candidates import who_follow_up
from matching.records.tables.candidate import Candidate
from register.people import mail


def tell_person(act: Act, candidate: Candidate, kind: CandidateMail) -> None:
    """Mail the candidate who has given an address, also one who has left or wants to be deleted."""
    own_links.tell_all_addresses(act, candidate, kind=kind)


def tell_who_follows(
    act: Act, candidate: Candidate, kind: CandidateMail, *, once_key: str | None = None, **about: str
) -> int:
    """Mail the coordinator, or all counsellors of the office where nobody is. Returns how many mails were new."""
    new = 0
    for counsellor in who_follow_up(act.session, [candidate.id]).get(candidate.id, ()):
        key = f"{once_key}-{counsellor.id}" if once_key else None
        new += mail.enqueue_to(act, counsellor, kind=kind, once_key=key, **about) is not None
    return new
