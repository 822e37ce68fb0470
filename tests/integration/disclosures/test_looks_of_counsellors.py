"""A counsellor's looks are written down together with what was read, and the candidate reads them."""

from collections.abc import Callable

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.candidate import Candidate
from matching.records.types import ApprovalParty
from tests.factories import candidates as make
from tests.factories.placements import ADULT, trio
from tests.factories.register import counsellor, office
from tests.support.client import PageClient


def test_every_look_is_logged_with_it_and_the_candidate_reads_it(
    open_browser: Callable[[], PageClient], session: Session
) -> None:
    worker = counsellor(session, name="Vera Lund")
    person = make.candidate(session, worker)
    own_user = make.can_sign_in(session, person)
    browser = open_browser().sign_in(worker)
    for page, what in {
        "": ReadWhat.PROFILE,
        "/rediger": ReadWhat.PROFILE,
        "/plasser": ReadWhat.CARD,
        "/kode": ReadWhat.LIST_ENTRY,
    }.items():
        before = _reads(session, person, what)
        browser.get(f"/veileder/kandidater/{person.id}{page}")
        assert _reads(session, person, what) == before + 1, page
    young = open_browser().sign_in(own_user)
    young.get("/min-side/hvem-har-sett")
    assert "Vera Lund på Nav-kontoret så alt som står om deg, for å følge deg opp." in young.text
    assert "Vera Lund på Nav-kontoret så hva du kan og ønsker, for å finne plasser til deg." in young.text


def test_a_look_that_is_refused_logs_nothing(open_browser: Callable[[], PageClient], session: Session) -> None:
    person = make.candidate(session)
    stranger = open_browser().sign_in(counsellor(session, office(session, "0219")))
    stranger.get(f"/veileder/kandidater/{person.id}", status=404)
    assert session.scalar(select(func.count()).select_from(CandidateRead)) == 0


def test_a_list_of_names_is_logged_once_in_twelve_hours(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    make.candidate(session, worker)
    browser.sign_in(worker)
    for _ in range(3):
        browser.get("/veileder/")
    reads = session.scalars(select(CandidateRead)).all()
    assert [(one.what, one.purpose) for one in reads] == [(ReadWhat.LIST_ENTRY, ReadPurpose.FOLLOW_UP)]


def test_somebody_who_stands_in_a_list_more_than_once_is_logged_once(
    open_browser: Callable[[], PageClient], session: Session
) -> None:
    approved = trio(session, birth_date=ADULT).begin().write().approve(ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE)
    trio(session, worker=approved.worker, person=approved.person).begin()
    for first_page in ("/veileder/", "/veileder/plasseringer"):  # beside the list stands what there is to do
        session.execute(delete(CandidateRead))
        open_browser().sign_in(approved.worker).get(first_page)
        assert _reads(session, approved.person, ReadWhat.LIST_ENTRY) == 1, first_page


def _reads(session: Session, person: Candidate, what: ReadWhat) -> int:
    return len(
        session.scalars(
            select(CandidateRead).where(CandidateRead.candidate_id == person.id, CandidateRead.what == what)
        ).all()
    )
