"""An edition goes from draft to published to superseded, and the log says by whom and when."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases import assessments
from certification.cases.case import read_case
from certification.criteria import library as editions
from certification.criteria.editions.loader import bundled_editions
from certification.criteria.editions.schema import Edition
from certification.criteria.types import EditionStatus, LevelId
from ground.act import Act
from ground.audit import AuditEvent
from tests.factories.cases import answering_case
from tests.factories.criteria import published_edition
from tests.factories.register import leader_of, person, verified_organisation
from tests.support.world import NOON


def edition_but(**other: object) -> Edition:
    return bundled_editions()[-1].model_copy(update=other)


def log_of(session: Session, subject: Any) -> list[tuple[str, str | None]]:
    """The acts on an edition, and from where each moved it."""
    written = session.scalars(select(AuditEvent).where(AuditEvent.subject_id == subject.id))
    return sorted((one.action, one.details.get("before")) for one in written)


def test_what_a_newer_edition_supersedes_is_logged_with_who_published_it(session: Session) -> None:
    older, lead = published_edition(session), person(session)
    newer = editions.load_edition(Act(session, None, NOON), edition=edition_but(id="2027.1"))
    editions.publish_edition(Act(session, lead.id, NOON), number=newer.number)
    assert (older.status, newer.status) == (EditionStatus.SUPERSEDED, EditionStatus.PUBLISHED)
    assert log_of(session, older) == [
        ("edition.loaded", None),
        ("edition.published", "draft"),
        ("edition.superseded", "published"),
    ]
    (line,) = session.scalars(select(AuditEvent).where(AuditEvent.action == "edition.superseded"))
    assert (line.actor_id, line.details["number"], line.details["by"]) == (lead.id, older.number, "2027.1")


def test_a_case_keeps_the_edition_that_it_began_with_and_the_next_begins_with_the_newest(session: Session) -> None:
    running, other = verified_organisation(session), verified_organisation(session)
    case = answering_case(session, running, leader_of(session, running))
    newer = editions.load_edition(Act(session, None, NOON), edition=edition_but(id="2027.1", transition_months=7))
    editions.publish_edition(Act(session, None, NOON), number=newer.number)
    act = Act(session, leader_of(session, other).id, NOON)
    begun_later = assessments.start(act, organisation=other, level=LevelId.INKLUDERENDE)
    assert read_case(session, case).assessment.edition.number == bundled_editions()[-1].id
    assert editions.content_of(case.edition).transition_months != 7
    assert begun_later.edition is newer


def test_a_draft_goes_to_hearing_and_back_as_its_text_says(session: Session) -> None:
    act = Act(session, None, NOON)
    row = editions.load_edition(act, edition=edition_but(status=EditionStatus.HEARING))
    assert row.status is EditionStatus.HEARING
    assert editions.load_edition(act, edition=edition_but(transition_months=7)).status is EditionStatus.DRAFT
    assert log_of(session, row) == [
        ("edition.drafted_again", "hearing"),
        ("edition.loaded", None),
        ("edition.loaded", None),
        ("edition.put_to_hearing", "draft"),
    ]
