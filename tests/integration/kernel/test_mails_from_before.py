"""Mails that were put in the outbox before the web chose the page still go, word for word as those of today."""

import uuid

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.kernel.context import settings
from app.kernel.mails.sending import send_outbox
from app.kernel.mails.writer import write_mail
from app.sign_in.mails import code_of_link
from ground import outbox
from ground.act import Act
from ground.texts import Locale
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from register.sign_in.mails import SignInMail
from tests.support.world import NOON, KeptMail

ORGNR = "310000000"
PLACEMENT, CANDIDATE, PROPOSAL = (str(uuid.UUID(int=number)) for number in range(1, 4))
EMPLOYERS = f"/arbeidsgiver/{ORGNR}/plasseringer/{PLACEMENT}"
EMPLOYERS_LIST = f"/arbeidsgiver/{ORGNR}/plasseringer"
COUNSELLORS = f"/veileder/plasseringer/{PLACEMENT}"
CANDIDATES = f"/min-side/plasseringer/{PLACEMENT}"
TODAY = {
    EMPLOYERS: {"party": "employer", "orgnr": ORGNR, "placement_id": PLACEMENT},
    EMPLOYERS_LIST: {"party": "employer", "orgnr": ORGNR, "placement_id": PLACEMENT},
    COUNSELLORS: {"party": "counsellor", "placement_id": PLACEMENT},
    CANDIDATES: {"party": "candidate", "placement_id": PLACEMENT},
}
ALL_THREE = (EMPLOYERS, COUNSELLORS, CANDIDATES)
PATHS: dict[str, tuple[str, ...]] = {
    ProposalMail.EMPLOYER_ANSWERED: (COUNSELLORS,),
    ProposalMail.EMPLOYER_SAID_YES: (CANDIDATES,),
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: (EMPLOYERS_LIST, COUNSELLORS),
    PlacementMail.START_TO_CONFIRM: (EMPLOYERS, COUNSELLORS),
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.PLACEMENT_ENDED: (EMPLOYERS_LIST, COUNSELLORS),
    PlacementMail.FOLLOW_UP_DUE: (COUNSELLORS,),
}
"""Every kind that used to carry a path, and the paths that it carried."""

PROPOSALS = f"/veileder/kandidater/{CANDIDATE}/forslag/{PROPOSAL}"
BEFORE: list[tuple[str, dict[str, str], str, dict[str, str]]] = [
    *((kind, {"path": path}, path, TODAY[path]) for kind, paths in PATHS.items() for path in paths),
    (
        ProposalMail.EMPLOYER_ANSWERED,
        {"path": PROPOSALS},
        PROPOSALS,
        {"party": "counsellor", "candidate_id": CANDIDATE, "proposal_id": PROPOSAL},
    ),
    (
        ProposalMail.CANDIDATE_ANSWERED,
        {"candidate": CANDIDATE},
        f"/veileder/kandidater/{CANDIDATE}",
        {"candidate_id": CANDIDATE},
    ),
]
"""The kind, the row as it was written before, where it leads, and the row as it is written today."""


@pytest.mark.strange_mails("they carry a path, or the names that values had before")
@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(("kind", "before", "path", "today"), BEFORE)
def test_a_row_from_before_is_sent_like_one_of_today(
    app: Flask,
    session: Session,
    mail: KeptMail,
    kind: str,
    before: dict[str, str],
    path: str,
    today: dict[str, str],
    locale: Locale,
) -> None:
    outbox.enqueue(Act(session, None, NOON), recipient="a@plass.test", kind=kind, locale=locale, **before)
    session.commit()
    with app.app_context():
        assert send_outbox() == 1
        assert (mail.sent[0].subject, mail.sent[0].text) == write_mail(kind, locale, today)
        assert f"\n{settings().address}{path}\n" in mail.sent[0].text


@pytest.mark.strange_mails("it says neither when nor from what it was asked for")
@pytest.mark.parametrize("locale", list(Locale))
def test_a_link_that_was_asked_for_before_there_were_codes_is_sent_without_one(
    app: Flask, session: Session, mail: KeptMail, locale: Locale
) -> None:
    before = {"link_id": str(uuid.UUID(int=4))}
    outbox.enqueue(Act(session, None, NOON), recipient="a@plass.test", kind=SignInMail.SIGN_IN, locale=locale, **before)
    session.commit()
    with app.app_context():
        assert send_outbox() == 1
        assert code_of_link(before["link_id"]) not in mail.sent[0].text
