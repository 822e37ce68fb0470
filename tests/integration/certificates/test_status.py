"""What a certificate is worth on each day follows from what has happened to it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from certification import api
from certification.certificates import life as certificates
from certification.certificates import queries
from certification.certificates.errors import CertificateNotValid, ReportNotDue
from certification.certificates.mails import CertificateMail
from certification.certificates.models import Certificate
from certification.certificates.queries import RegisterFilter
from certification.certificates.types import CertificateStatus
from certification.criteria.types import LevelId
from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import NotFound, ReasonMissing
from ground.outbox import OutboxMessage
from register.roles.types import Role
from tests.factories.certificates import certificate_of, decided_case
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.world import NOON, noon_on

TODAY = NOON.date()
WEEK = timedelta(days=7)


def change(
    session: Session, what: str, certificate: Certificate, today: date, reason: str = "Vi har sett etter."
) -> None:
    officer = person_with_role(session, Role.PROGRAMME_LEAD)
    getattr(certificates, what)(Act(session, officer.id, noon_on(today)), certificate_id=certificate.id, reason=reason)


def report(session: Session, certificate: Certificate, today: date) -> None:
    officer = person_with_role(session, Role.PROGRAMME_LEAD)
    certificates.receive_annual_report(Act(session, officer.id, noon_on(today)), certificate_id=certificate.id)


def test_a_certificate_lasts_three_years_and_says_so_on_each_day(session: Session) -> None:
    found = certificate_of(session, verified_organisation(session))
    assert (found.valid_from, found.valid_until) == (TODAY, date(2029, 11, 23))
    report(session, found, date(2027, 11, 1))
    report(session, found, date(2028, 11, 1))
    assert found.status_on(date(2026, 11, 22)) is CertificateStatus.NOT_YET_VALID
    assert found.status_on(TODAY) is CertificateStatus.VALID
    assert found.status_on(date(2029, 5, 22)) is CertificateStatus.VALID
    assert found.status_on(date(2029, 5, 23)) is CertificateStatus.EXPIRES_SOON
    assert found.status_on(date(2029, 11, 23)) is CertificateStatus.EXPIRES_SOON
    assert found.status_on(date(2029, 11, 24)) is CertificateStatus.EXPIRED


def test_a_suspension_is_lifted_by_a_reinstatement_and_both_days_are_remembered(session: Session) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    change(session, "suspend", found, TODAY + WEEK)
    assert not api.is_certified(session, organisation.id, TODAY + WEEK)
    with pytest.raises(CertificateNotValid):
        change(session, "suspend", found, TODAY + WEEK)
    change(session, "reinstate", found, TODAY + 2 * WEEK)
    assert found.counts_on(TODAY + WEEK - timedelta(days=1))
    assert found.status_on(TODAY + 2 * WEEK - timedelta(days=1)) is CertificateStatus.SUSPENDED
    assert found.status_on(TODAY + 2 * WEEK) is CertificateStatus.VALID
    with pytest.raises(CertificateNotValid):
        change(session, "reinstate", found, TODAY + 2 * WEEK)


def test_what_is_lifted_on_the_day_it_began_never_counted_against_the_employer(session: Session) -> None:
    found = certificate_of(session, verified_organisation(session))
    change(session, "suspend", found, TODAY)
    assert found.status_on(TODAY) is CertificateStatus.SUSPENDED
    change(session, "reinstate", found, TODAY)
    session.expire_all()
    assert found.status_on(TODAY) is CertificateStatus.VALID
    change(session, "suspend", found, TODAY)
    session.expire_all()
    assert found.status_on(TODAY) is CertificateStatus.SUSPENDED


def test_a_withdrawal_holds_from_the_same_day_and_for_good(session: Session) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    found = certificate_of(session, organisation)
    change(session, "withdraw", found, TODAY + WEEK, reason="Tilsynet fant alvorlige brudd.")
    assert found.status_on(TODAY + WEEK) is CertificateStatus.WITHDRAWN
    assert found.counts_on(TODAY)
    for act in ("suspend", "reinstate", "withdraw"):
        with pytest.raises(CertificateNotValid):
            change(session, act, found, TODAY + WEEK)
    written = session.scalars(select(AuditEvent).where(AuditEvent.action == "certificate.withdrawn")).one()
    assert written.reason == "Tilsynet fant alvorlige brudd."
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == CertificateMail.CERTIFICATE_CHANGED)).one()
    assert mail.recipient == leader.email
    assert "Tilsynet" not in str(mail.params)


@pytest.mark.parametrize("act", ["suspend", "withdraw"])
def test_nothing_is_changed_without_a_reason(session: Session, act: str) -> None:
    found = certificate_of(session, verified_organisation(session))
    with pytest.raises(ReasonMissing):
        change(session, act, found, TODAY, reason="  ")
    assert found.events == []


def test_a_new_certificate_replaces_the_one_that_counts(session: Session) -> None:
    organisation = verified_organisation(session)
    first = certificate_of(session, organisation)
    second = certificate_of(session, organisation, level=LevelId.PADRIVER, today=TODAY + WEEK)
    assert first.status_on(TODAY + WEEK) is CertificateStatus.REPLACED
    assert first.counts_on(TODAY)
    assert queries.newer_than(session, first) is second
    found = api.certification_on(session, organisation.id, TODAY + WEEK)
    assert found is not None
    assert (found.level, found.code) == (LevelId.PADRIVER, second.code)


def test_a_suspended_certificate_is_replaced_too_and_cannot_come_back_beside_the_new(session: Session) -> None:
    organisation = verified_organisation(session)
    first = certificate_of(session, organisation)
    change(session, "suspend", first, TODAY)
    certificate_of(session, organisation, today=TODAY + WEEK)
    with pytest.raises(CertificateNotValid):
        change(session, "reinstate", first, TODAY + WEEK)


def test_a_withdrawn_or_expired_certificate_stays_what_it_was_when_a_new_one_comes(session: Session) -> None:
    organisation = verified_organisation(session)
    withdrawn = certificate_of(session, organisation)
    change(session, "withdraw", withdrawn, TODAY)
    later = date(2030, 1, 1)
    certificate_of(session, organisation, today=later)
    assert withdrawn.status_on(later) is CertificateStatus.WITHDRAWN


def test_the_same_case_gives_one_certificate(session: Session) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    from certification.criteria.library import content_of

    again = certificates.issue(
        Act(session, found.assessment.created_by_id, NOON),
        assessment=found.assessment,
        level=content_of(found.assessment.edition).level(found.level),
    )
    assert again is found
    assert found.events == []


def test_an_annual_report_is_taken_when_it_is_due_and_a_missing_one_is_seen(session: Session) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    with pytest.raises(ReportNotDue):
        report(session, found, date(2027, 8, 22))
    assert found.status_on(date(2027, 11, 23)) is CertificateStatus.VALID
    assert found.status_on(date(2027, 11, 24)) is CertificateStatus.ANNUAL_REPORT_OVERDUE
    assert api.is_certified(session, organisation.id, date(2027, 11, 24))
    report(session, found, date(2027, 8, 23))
    assert found.status_on(date(2027, 11, 24)) is CertificateStatus.VALID
    report(session, found, date(2028, 11, 23))
    with pytest.raises(ReportNotDue):
        report(session, found, date(2029, 11, 23))


def test_many_employers_are_asked_about_at_once(session: Session) -> None:
    certified, withdrawn, none = (verified_organisation(session) for _ in range(3))
    certificate_of(session, certified)
    change(session, "withdraw", certificate_of(session, withdrawn), TODAY)
    decided_case(session, none)
    ids = [certified.id, withdrawn.id, none.id]
    assert api.certified_among(session, ids, TODAY) == {certified.id: LevelId.INKLUDERENDE}


def test_the_register_holds_those_that_count_and_can_be_narrowed(session: Session) -> None:
    aas = verified_organisation(session, name="Ås Gårdsmat AS")
    ski = verified_organisation(session, name="Ski Verksted AS")
    gone = verified_organisation(session, name="Borte AS")
    certificate_of(session, aas)
    certificate_of(session, ski, level=LevelId.PADRIVER)
    change(session, "suspend", certificate_of(session, gone), TODAY)

    def names(**wanted: object) -> list[str]:
        found = queries.certified_employers(session, RegisterFilter(**wanted), on=TODAY)  # type: ignore[arg-type]  # the filter's own values
        return [one.organisation.name for one in found.rows]

    assert names() == ["Ski Verksted AS", "Ås Gårdsmat AS"]
    assert names(text="ås g") == ["Ås Gårdsmat AS"]
    assert names(text=ski.orgnr) == ["Ski Verksted AS"]
    assert names(text="%") == []
    assert names(level=LevelId.PADRIVER) == ["Ski Verksted AS"]
    assert names(municipality_number="3205") == ["Ski Verksted AS", "Ås Gårdsmat AS"]
    assert names(municipality_number="3207") == []


def test_an_unknown_certificate_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        queries.by_code(session, "BCDFGHJKLMNPQRST")
