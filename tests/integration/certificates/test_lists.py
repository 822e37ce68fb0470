"""Lists of certificates: the database says of each what the rule says, and gives them page by page."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.certificates import queries, standing
from certification.certificates.models import Certificate, CertificateEvent
from certification.certificates.types import CertificateEventKind as Kind
from certification.certificates.types import CertificateStatus
from ground.dates import add_months
from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.openings import TODAY, published
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import PAGE_SIZE, check_walk
from tests.support.world import NOON

FIRST_DAYS = (date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2023, 8, 31), date(2024, 12, 31))
MONTHS = (18, 36)
SEED = 2026


def test_the_database_says_of_every_certificate_what_the_rule_says_on_any_day(session: Session) -> None:
    chance = Random(SEED)  # not for secrets
    for first_day in FIRST_DAYS:
        for months in MONTHS:
            for _ in range(6):
                _lived(session, chance, first_day, add_months(first_day, months))
    session.commit()

    held = session.scalars(select(Certificate)).all()
    days = {
        moment + timedelta(days=days)
        for first_day in FIRST_DAYS
        for moment in (add_months(first_day, months) for months in (0, 12, 24, 30, 36))
        for days in (-1, 0, 1)
    }
    seen = set()
    for day in sorted(days | {TODAY, date(2024, 2, 28), date(2028, 2, 29)}):
        statuses = session.execute(select(Certificate.id.label("id"), standing.status_on(day).label("status")))
        by_rule = {one.id: one.status_on(day) for one in held}
        assert {row.id: row.status for row in statuses} == by_rule, day
        counting = set(session.scalars(select(Certificate.id).where(standing.counts_on(day))))
        assert counting == {one.id for one in held if one.counts_on(day)}, day
        seen |= set(by_rule.values())
    assert seen == set(CertificateStatus)


def _lived(session: Session, chance: Random, first_day: date, last_day: date) -> None:
    """A certificate to which things have happened, in the order and on the days that chance gives them."""
    found = certificate_of(session, verified_organisation(session), today=first_day)
    found.valid_until = last_day
    kinds = [Kind.ANNUAL_REPORT] * chance.randint(0, 2)
    for _ in range(chance.randint(0, 4)):
        kinds.insert(chance.randint(0, len(kinds)), Kind.SUSPENDED)
    suspended, day = False, first_day
    ending = chance.choice(([], [], [Kind.WITHDRAWN], [Kind.REPLACED]))
    for number, drawn in enumerate([*kinds, *ending], start=1):
        day += timedelta(days=chance.choice((0, 1, 150, 366)))
        kind = Kind.REINSTATED if suspended and drawn is Kind.SUSPENDED else drawn
        suspended = suspended if kind is Kind.ANNUAL_REPORT else kind is Kind.SUSPENDED
        found.events.append(
            CertificateEvent(number=number, kind=kind, occurred_on=day, reason="Slik gikk det.", recorded_at=NOON)
        )


def test_certified_employers_are_shown_page_by_page_to_everybody_and_to_the_county(
    session: Session, browser: PageClient
) -> None:
    total = PAGE_SIZE + 4
    for _ in range(total):
        certificate_of(session, verified_organisation(session, name="Samme Navn AS"))
    gone = certificate_of(session, verified_organisation(session, name="Borte AS"), today=date(2020, 1, 1))
    check_walk(browser, "/virksomheter?q=samme", r"/virksomheter/\d{9}", total)
    check_walk(browser, "/virksomheter", r"/virksomheter/\d{9}", total)
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    thing = r"/fylket/sertifikater/[0-9a-f-]{36}"
    check_walk(browser, "/fylket/sertifikater", thing, total + 1)
    check_walk(browser, "/fylket/sertifikater?status=valid&q=samme", thing, total)
    assert check_walk(browser, "/fylket/sertifikater?status=expired", thing, 1) == [f"/fylket/sertifikater/{gone.id}"]
    assert queries.number_certified(session, TODAY) == total


def test_places_of_certified_employers_only(session: Session, browser: PageClient) -> None:
    certified, other, former = (verified_organisation(session, name=name) for name in ("Med AS", "Uten AS", "Før AS"))
    certificate_of(session, certified)
    certificate_of(session, former, today=date(2020, 1, 1))
    for employer in (certified, other, former):
        published(session, employer, leader_of(session, employer), title=f"Plass hos {employer.name}")
    browser.get("/stillinger?sertifisert=ja")
    assert "Plass hos Med AS" in browser.text
    assert "Plass hos Uten AS" not in browser.text
    assert "Plass hos Før AS" not in browser.text
