"""Through the pages: an employer answers and signs, a certifier reviews, two county people decide."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.tables.assessment import Assessment
from certification.cases.tables.review import CertifierAssignment
from certification.cases.types import AssessmentState
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.criteria import published_edition
from tests.factories.register import employee_of, leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient


def test_an_employer_starts_answers_one_criterion_and_sees_what_is_missing(
    session: Session, browser: PageClient
) -> None:
    published_edition(session)
    organisation = verified_organisation(session)
    browser.sign_in(employee_of(session, organisation))
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak")
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak/start")
    browser.submit({"level": "inkluderende"}, button="Start")
    assert browser.address.endswith("/sak/profil")
    browser.submit(
        {"has_under_18": "no", "trade": "no", "has_apprentices": "no", "takes_training": "no"}, button="Lagre"
    )
    assert "Dette mangler" in browser.text
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU")
    browser.submit({"GRU-1-value": "met", "GRU-2-note": "Vi holder på."}, button="Lagre og gå videre")
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU")
    assert browser.page.select_one('input[name="GRU-1-value"][value="met"]').has_attr("checked")
    assert "Vi holder på." in browser.page.select_one('textarea[name="GRU-2-note"]').text
    assert browser.page.select_one("#GRU-5") is None
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak")
    assert "1 av 6" in browser.text


def test_the_whole_way_through_the_pages(
    session: Session, browser: PageClient, open_browser: Callable[[], PageClient]
) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    certifier = person_with_role(session, Role.CERTIFIER, "Sara Sertifisør")
    lead = person_with_role(session, Role.PROGRAMME_LEAD, "Pia Programleder")
    council = person_with_role(session, Role.COUNCIL, "Frida Fagråd")
    case = make.answering_case(session, organisation, leader)
    make.answer_everything(session, case, leader)
    here = f"/saker/{case.id}"

    browser.sign_in(leader).get(f"/arbeidsgiver/{organisation.orgnr}/sak/signer")
    browser.submit({}, button="Signer og send inn")
    assert "Kryss av for at du bekrefter svarene." in browser.text
    browser.submit({"confirmed": "y"}, button="Signer og send inn")
    assert "Saken er signert" in browser.text or "Sendt inn" in browser.text
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/FOR")
    assert browser.page.select_one("main form") is None

    county = open_browser().sign_in(lead)
    county.get("/fylket/saker")
    county.get(f"/fylket{here}/sertifisor")
    county.submit({"certifier": str(certifier.id)}, button="Gi saken")

    review = open_browser().sign_in(certifier)
    review.get("/sertifisor/")
    assert organisation.name in review.text
    review.get(f"/sertifisor{here}")
    assert "Er du habil?" in review.text
    review.get(f"/sertifisor{here}/omrade/GRU", status=404)
    review.get(f"/sertifisor{here}")
    review.submit({}, button="Se saken")
    assert review.page.select_one(".ds-error-summary li").get_text().startswith("Du må erklære deg habil")
    review.submit({"impartial": "y"}, button="Se saken")
    assert session.scalars(select(CertifierAssignment)).one().impartiality_declared_at is not None
    for area in ("GRU", "FOR", "REK", "LAR", "MOT", "OPP", "TIL", "ARB", "SAM", "UNG", "RES"):
        review.get(f"/sertifisor{here}/omrade/{area}")
        names = {radio["name"] for radio in review.page.select('input[type="radio"]')}
        review.submit(dict.fromkeys(names, "approved"), button="Lagre")
    review.get(f"/sertifisor{here}/innstilling")
    assert "Alle krav er oppfylt." in review.text
    review.submit({"outcome": "approved", "text": "Alt er på plass."}, button="Send innstillingen")

    county.get(f"/fylket{here}/omrade/GRU")
    county.get(f"/fylket{here}/vedtak")
    county.submit(
        {"outcome": "approved", "reasons": "Kravene er oppfylt.", "impartial": "y"}, button="Foreslå vedtaket"
    )
    second = open_browser().sign_in(council)
    second.get(f"/fylket{here}")
    address = second.page.find("a", string="Se forslaget til vedtak")["href"]
    second.get(address)
    second.submit({"ja-impartial": "y"}, button="Bekreft vedtaket")

    session.expire_all()
    assert session.scalars(select(Assessment.state)).one() is AssessmentState.DECIDED
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/sak")
    assert "Kravene er oppfylt." in browser.text
