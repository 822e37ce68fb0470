"""Lists that grow are shown page by page: all of it, each thing once, with the filter kept from page to page."""

from sqlalchemy.orm import Session

from tests.factories.openings import drafted, published
from tests.factories.register import counsellor, employee_of, leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import PAGE_SIZE, check_walk, walked

ID = r"[0-9a-f-]{36}"
MANY = PAGE_SIZE + 5
"""More than a page, all made at the same moment: nothing but their ids tells their order."""


def test_the_places_of_one_employer_and_all_that_counsellors_see(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for _ in range(MANY):
        published(session, employer, leader)
    check_walk(browser, f"/virksomheter/{employer.orgnr}", rf"/stillinger/{ID}", MANY)
    browser.sign_in(counsellor(session))
    thing = rf"/veileder/plasser/{ID}"
    check_walk(browser, "/veileder/plasser", thing, MANY)
    check_walk(browser, "/veileder/plasser?kommune=3205", thing, MANY)
    assert f"{MANY} plasser" in browser.text
    assert walked(browser, "/veileder/plasser?kommune=3207", thing) == [[]]
    assert walked(browser, "/veileder/plasser?kommune=x", thing)[0] != [], "nonsense is left out"


def test_the_employers_places(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for _ in range(MANY):
        drafted(session, employer, leader)
    published(session, employer, leader)
    browser.sign_in(employee_of(session, employer))
    start = f"/arbeidsgiver/{employer.orgnr}/plasser"
    check_walk(browser, f"{start}?vis=utkast", rf"{start}/{ID}", MANY)
    assert len(walked(browser, start, rf"{start}/{ID}")[0]) == 1
