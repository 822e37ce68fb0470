"""What one party writes to another carries its language: from the form, through what is kept, to its reader."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.network.models import Gathering
from ground.texts import Locale
from matching.records.tables.proposal import Proposal
from register.roles.types import Role
from tests.factories import candidates as make
from tests.factories.cases import case_in_review
from tests.factories.openings import published
from tests.factories.placements import trio
from tests.factories.register import counsellor, leader_of, person_with_role
from tests.support.client import PageClient

OpenBrowser = Callable[[], PageClient]


def marked(browser: PageClient) -> dict[str, str]:
    """Each text on the page that says its own language."""
    return {one.get_text(): str(one["lang"]) for one in browser.page.select("main [lang]")}


def test_a_greeting_in_english_is_told_to_be_so_to_a_young_person_who_reads_bokmaal(
    open_browser: OpenBrowser, session: Session
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    keeper, young = open_browser().sign_in(worker), open_browser().sign_in(make.can_sign_in(session, person))
    keeper.get(f"/veileder/kandidater/{person.id}/plasser/{published(session).id}")
    keeper.submit({"note": "I thought of you.", "written_in": "en"}, button="Foreslå plassen")
    proposal = session.scalars(select(Proposal)).one()
    assert proposal.written_in is Locale.ENGLISH
    young.get(f"/min-side/forslag/{proposal.id}")
    assert marked(young) == {"I thought of you.": "en"}
    assert "Skrevet på engelsk" in young.text
    young.get(f"/sprak/en?neste=/min-side/forslag/{proposal.id}")
    assert "I thought of you." not in marked(young)


def test_the_shared_plan_and_a_talk_keep_the_language_that_they_were_written_in(
    open_browser: OpenBrowser, session: Session
) -> None:
    three = trio(session)
    three.begin()
    keeper = open_browser().sign_in(three.worker)
    keeper.get(f"/veileder/plasseringer/{three.placement.id}/avtale")
    keeper.submit({"plan": "You start in the kitchen.", "written_in": "en"}, button="Lagre avtalen")
    session.refresh(three.placement.agreement)
    assert three.placement.agreement.written_in is Locale.ENGLISH
    assert marked(keeper)["You start in the kitchen."] == "en"


def test_a_gathering_in_nynorsk_is_marked_and_needs_no_note(open_browser: OpenBrowser, session: Session) -> None:
    officer = open_browser().sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    officer.get("/fylket/samlinger/ny")
    officer.submit(
        {"title": "Gode fyrste veker", "about": "Tre fortel.", "day": "24.12.2026", "begins": "09.00", "ends": "11.00",
         "place": "Fylkeshuset", "written_in": "nn"},
        button="Lagre",
    )  # fmt: skip
    assert session.scalars(select(Gathering)).one().written_in is Locale.NYNORSK
    assert {"Gode fyrste veker": "nn", "Tre fortel.": "nn"}.items() <= marked(officer).items()
    assert "Skrevet på" not in officer.text


def test_what_a_certifier_asks_for_and_recommends_is_marked_for_the_employer_and_the_county(
    open_browser: OpenBrowser, session: Session
) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    certifier.writes_in = Locale.ENGLISH
    case = case_in_review(session, certifier)
    reader, employer = open_browser().sign_in(certifier), open_browser()
    reader.get(f"/sertifisor/saker/{case.id}/send-tilbake")
    reader.submit({"message": "The routine is missing."}, button="Send tilbake")
    assert marked(reader)["The routine is missing."] == "en"
    employer.sign_in(leader_of(session, case.organisation)).get(f"/arbeidsgiver/{case.organisation.orgnr}/sak")
    assert marked(employer)["The routine is missing."] == "en"
    assert "Skrevet på engelsk" in employer.text
