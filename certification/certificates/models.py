"""Certificates and what happens to them afterwards. Whether one is valid is computed, never stored."""

import uuid
from datetime import date, datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.cases.tables.assessment import Assessment
from certification.certificates.types import CertificateEventKind, CertificateStatus
from certification.certificates.validity import CertificateFacts, Suspension, counts_on, status_on
from certification.criteria.types import LevelId
from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from register.organisations.models import Organisation

ENDINGS = text("kind IN ('withdrawn', 'replaced')")


class Certificate(UuidKey, Base):
    """One certificate, found by its public code. Old codes keep answering."""

    __tablename__ = "certificate"
    __table_args__ = (
        CheckConstraint("valid_from <= valid_until", name="valid_from_before_until"),
        CheckConstraint("level <> 'underveis'", name="underveis_is_no_certificate"),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), unique=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    level: Mapped[LevelId] = enum_column(LevelId)
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)

    organisation: Mapped[Organisation] = relationship()
    assessment: Mapped[Assessment] = relationship()
    events: Mapped[list["CertificateEvent"]] = relationship(
        back_populates="certificate", order_by="CertificateEvent.number", lazy="selectin"
    )

    @property
    def facts(self) -> CertificateFacts:
        """The certificate and its events as the rule of validity wants them."""
        reports = [event.occurred_on for event in self.events if event.kind is CertificateEventKind.ANNUAL_REPORT]
        return CertificateFacts(
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            withdrawn_on=self._day_of(CertificateEventKind.WITHDRAWN),
            replaced_on=self._day_of(CertificateEventKind.REPLACED),
            suspensions=self._suspensions(),
            annual_reports=dict(enumerate(reports, start=1)),
        )

    def status_on(self, day: date) -> CertificateStatus:
        """What the certificate is worth on a day, also a past one."""
        return status_on(self.facts, day)

    def counts_on(self, day: date) -> bool:
        """Whether the certificate may be relied upon that day."""
        return counts_on(self.facts, day)

    def _day_of(self, kind: CertificateEventKind) -> date | None:
        return next((event.occurred_on for event in self.events if event.kind is kind), None)

    def _suspensions(self) -> tuple[Suspension, ...]:
        """A suspension ends the day before it is lifted: from that day on the certificate counts again."""
        found: list[Suspension] = []
        for event in self.events:
            if event.kind is CertificateEventKind.SUSPENDED:
                found.append(Suspension(event.occurred_on))
            elif event.kind is CertificateEventKind.REINSTATED and found:
                found[-1] = Suspension(found[-1].since, event.occurred_on - timedelta(days=1))
        return tuple(found)


class CertificateEvent(UuidKey, Base):
    """Something that changes what a certificate is worth from a day on; numbered from 1 in the order it happened."""

    __tablename__ = "certificate_event"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('replaced', 'annual_report') OR reason <> ''",
            name="suspension_and_withdrawal_have_a_reason",
        ),
        UniqueConstraint("certificate_id", "number", name="events_of_a_certificate_are_numbered"),
        Index(
            "a_certificate_ends_once",
            "certificate_id",
            unique=True,
            sqlite_where=ENDINGS,
            postgresql_where=ENDINGS,
        ),
    )

    certificate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("certificate.id"), index=True)
    number: Mapped[int]
    kind: Mapped[CertificateEventKind] = enum_column(CertificateEventKind)
    occurred_on: Mapped[date]
    reason: Mapped[str] = mapped_column(LongText, default="")
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))

    certificate: Mapped[Certificate] = relationship(back_populates="events")
