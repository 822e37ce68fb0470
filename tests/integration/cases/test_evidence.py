"""Evidence: what files may be, how they are handed out, and to whom."""

import io
import zipfile

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases import assessments, evidence
from certification.cases.case import read_case
from certification.cases.errors import AddressNotAllowed, FileEmpty, FileKindNotAllowed, FileTooLarge
from certification.cases.evidence import Attached
from certification.cases.rules.media_type import MOST_BYTES
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence, EvidenceFile
from ground.act import Act
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON

PDF = b"%PDF-1.7\n%stuff"


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def leader(session: Session, organisation: Organisation) -> User:
    return leader_of(session, organisation)


@pytest.fixture
def case(session: Session, organisation: Organisation, leader: User) -> Assessment:
    return make.answering_case(session, organisation, leader)


def add(session: Session, case: Assessment, who: User, content: bytes, name: str = "plan.pdf") -> Evidence:
    return evidence.add_file(
        Act(session, who.id, NOON),
        read_case(session, case),
        attached=Attached("GRU-2"),
        content=content,
        original_name=name,
    )


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


def test_a_file_is_what_its_bytes_say(session: Session, case: Assessment, leader: User) -> None:
    found = add(session, case, leader, PDF, "C:\\Mine filer\\plan.exe")
    assert found.file is not None
    assert (found.file.media_type, found.file.original_name) == ("application/pdf", "plan.exe")
    word = add(session, case, leader, archive("[Content_Types].xml", "word/document.xml"))
    assert word.file is not None
    assert word.file.media_type.endswith("wordprocessingml.document")
    assert add(session, case, leader, "Rutine på norsk".encode()).file.media_type == "text/plain"  # type: ignore[union-attr]  # it is a file


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00program",
        archive("evil.exe"),
        archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    ],
)
def test_other_kinds_of_files_are_refused(session: Session, case: Assessment, leader: User, content: bytes) -> None:
    with pytest.raises(FileKindNotAllowed):
        add(session, case, leader, content)


def test_an_empty_and_a_huge_file_are_refused(session: Session, case: Assessment, leader: User) -> None:
    with pytest.raises(FileEmpty):
        add(session, case, leader, b"")
    with pytest.raises(FileTooLarge):
        add(session, case, leader, PDF + b"x" * MOST_BYTES)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://virksomhet.example/x", "https://localhost/x", "plan", "https://[x"]
)
def test_only_web_addresses_are_links(session: Session, case: Assessment, leader: User, url: str) -> None:
    with pytest.raises(AddressNotAllowed):
        evidence.add_link(Act(session, leader.id, NOON), read_case(session, case), attached=Attached("GRU-2"), url=url)


def test_what_was_never_submitted_is_deleted_with_its_bytes(session: Session, case: Assessment, leader: User) -> None:
    found = add(session, case, leader, PDF)
    evidence.remove(Act(session, leader.id, NOON), evidence_id=found.id)
    assert session.scalars(select(EvidenceFile)).all() == []


def test_what_was_submitted_once_is_kept_out_of_sight(session: Session, case: Assessment, leader: User) -> None:
    make.answer_everything(session, case, leader)
    found = add(session, case, leader, PDF)
    assessments.sign_and_submit(
        Act(session, leader.id, make.LATER), read_case(session, case), seen_hash=read_case(session, case).hash
    )
    evidence.discard(Act(session, leader.id, make.LATER), case, found)
    assert found.removed_at == make.LATER
    assert found.file is not None
    assert found.id not in {one.id for one in read_case(session, case).evidence["GRU-2"]}


def test_a_file_is_fetched_as_a_download_that_cannot_run(
    session: Session, case: Assessment, leader: User, browser: PageClient
) -> None:
    found = add(session, case, leader, b"<script>alert(1)</script>", "rutine på jobb.html")
    browser.sign_in(leader)
    answer = browser.client.get(f"/arbeidsgiver/{case.organisation.orgnr}/sak/dokumentasjon/{found.id}")
    assert answer.data == b"<script>alert(1)</script>"
    assert answer.mimetype == "text/plain"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="dokumentasjon.txt"')
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_foreign_cases_and_evidence_are_not_found(
    session: Session, case: Assessment, leader: User, browser: PageClient
) -> None:
    found = add(session, case, leader, PDF)
    other = verified_organisation(session)
    browser.sign_in(leader_of(session, other))
    make.answering_case(session, other, leader_of(session, other, "Nok en"))
    browser.get(f"/arbeidsgiver/{case.organisation.orgnr}/sak", status=404)
    browser.get(f"/arbeidsgiver/{other.orgnr}/sak/dokumentasjon/{found.id}", status=404)
    browser.get(f"/arbeidsgiver/{other.orgnr}/sak/dokumentasjon/{found.id}/fjern", status=404)


def test_a_certifier_without_the_case_and_the_county_before_submission_find_nothing(
    session: Session, case: Assessment, leader: User, browser: PageClient
) -> None:
    found = add(session, case, leader, PDF)
    browser.sign_in(person_with_role(session, Role.CERTIFIER))
    browser.get(f"/sertifisor/saker/{case.id}", status=404)
    browser.get(f"/sertifisor/saker/{case.id}/dokumentasjon/{found.id}", status=404)
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    browser.get(f"/fylket/saker/{case.id}", status=404)
    browser.get(f"/fylket/saker/{case.id}/dokumentasjon/{found.id}", status=404)
