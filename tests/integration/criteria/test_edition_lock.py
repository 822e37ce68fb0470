"""A published edition never changes: not by the command, not by the service, not by the row itself."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from certification.criteria import library as editions
from certification.criteria.editions.loader import bundled_editions
from certification.criteria.errors import EditionLocked, NoPublishedEdition
from certification.criteria.types import EditionStatus
from ground.act import Act
from tests.factories import criteria as make
from tests.support.world import NOON


def changed_edition():  # type: ignore[no-untyped-def]  # only these tests read it
    edition = bundled_editions()[-1]
    return edition.model_copy(update={"transition_months": edition.transition_months + 1})


def test_a_draft_may_be_replaced_by_a_changed_text(session: Session) -> None:
    before = editions.load_edition(Act(session, None, NOON), edition=bundled_editions()[-1]).fingerprint
    row = editions.load_edition(Act(session, None, NOON), edition=changed_edition())
    assert row.fingerprint != before
    assert row.status is EditionStatus.DRAFT


def test_a_changed_text_of_a_published_number_is_refused(session: Session) -> None:
    row = make.published_edition(session)
    with pytest.raises(EditionLocked):
        editions.load_edition(Act(session, None, NOON), edition=changed_edition())
    assert editions.load_edition(Act(session, None, NOON), edition=bundled_editions()[-1]) is row


def test_a_published_row_keeps_its_text_even_from_code_that_forgets(session: Session) -> None:
    row = make.published_edition(session)
    session.commit()
    row.content = "{}"
    with pytest.raises(EditionLocked):
        session.flush()


def test_no_case_begins_before_an_edition_is_published(session: Session) -> None:
    editions.load_edition(Act(session, None, NOON), edition=bundled_editions()[-1])
    with pytest.raises(NoPublishedEdition):
        editions.current_edition(session)


def test_the_commands_load_publish_and_list(app: Flask, session: Session) -> None:
    runner = app.test_cli_runner()
    assert "2026.1 draft" in runner.invoke(args=["edition", "load"]).output
    assert "2026.1 published" in runner.invoke(args=["edition", "publish", "2026.1"]).output
    assert "2026.1 published" in runner.invoke(args=["edition", "load"]).output
    assert "2026.1 published" in runner.invoke(args=["edition", "list"]).output
    assert runner.invoke(args=["edition", "publish", "2099.1"]).exit_code == 1
