"""An auditor's trace: at the server alone, under names drawn for this one time, with a line that says who asked."""

from datetime import date

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.audit import AuditEvent
from matching.progress import auditing
from matching.progress.events import all_events
from matching.progress.figures import end_of_day
from matching.progress.models import JobEvent
from matching.progress.rules.counting import Ladder, count_ladder
from matching.progress.rules.jobs import Moment
from matching.progress.types import Figure, JobEventKind
from tests.factories.placements import Trio
from tests.integration.progress.test_figures import PROGRAMME_START
from tests.integration.progress.test_pages import step

WHO = ("--asked-by", "Rita Revisor", "--reason", "Kontroll av årsrapporten")


def traced(app: Flask, *asked: str, status: int = 0) -> Result:
    """The answer of the command."""
    answer = app.test_cli_runner().invoke(args=["count", "trace", *asked])
    assert answer.exit_code == status, answer.output
    return answer


def lines_of(answer: Result) -> list[list[str]]:
    """The lines of the events: when, step, kind of place, municipality, positions, event, person."""
    return [line.split("\t") for line in answer.output.splitlines() if "\t" in line]


def counted(ladder: Ladder) -> dict[Figure, int]:
    """Each figure of a ladder, worked out here once more."""
    names = ("pledged", "posted", "agreed", "started", "people", "at_work", "ended", "not_heard_of")
    found = {Figure(name): getattr(ladder, name) for name in names}
    for one in ladder.lasting:
        found |= {Figure(f"due_{one.weeks}"): one.due, Figure(f"lasted_{one.weeks}"): one.lasted}
        found |= {Figure(f"left_{one.weeks}"): one.ended, Figure(f"unheard_{one.weeks}"): one.not_heard_of}
    return found


def log(session: Session) -> list[AuditEvent]:
    session.expire_all()
    return list(session.scalars(select(AuditEvent).where(AuditEvent.action == "count.traced")))


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("as_of", [None, date(2027, 3, 31), date(2026, 12, 31)])
def test_each_figure_is_what_its_lines_add_up_to(
    app: Flask, session: Session, history: Trio, as_of: date | None, *, training: bool
) -> None:
    moment = Moment(PROGRAMME_START, as_of or history.today, end_of_day(as_of) if as_of else history.now)
    figures = counted(count_ladder(all_events(session), moment, paid=not training))
    session.commit()
    assert set(figures) == set(Figure)
    assert sum(figures.values()) > 0
    options = (*WHO, *(("--as-of", as_of.isoformat()) if as_of else ()), *(("--training",) if training else ()))
    for figure, number in figures.items():
        answer = traced(app, figure.value, *options)
        assert sum(int(line[4]) for line in lines_of(answer)) == number, figure
        told = f"{figure} as of {moment.day}: {number}, the sum of the "
        assert answer.output.splitlines()[-1].startswith(told)


def test_a_step_of_a_person_has_a_month_and_no_municipality(app: Flask, session: Session, history: Trio) -> None:
    lines = lines_of(traced(app, "started", *WHO))
    assert {tuple(line[1:5]) for line in lines} == {
        ("started", "permanent_job", "-", "1"),
        ("started", "summer_job", "-", "1"),
    }
    assert all(len(line[0]) == len("2026-11") for line in lines)
    assert len({line[6] for line in lines}) == 7, "each person once at a workplace"
    (posted, *_) = lines_of(traced(app, "posted", *WHO))
    assert (len(posted[0]), posted[3], posted[6]) == (len("2026-11-23"), "3205", "-")
    for unpaid in lines_of(traced(app, "posted", "--training", *WHO)):
        assert (len(unpaid[0]), unpaid[3]) == (len("2026-11"), "-"), "an unpaid place is not public"


def test_two_traces_cannot_be_joined_and_no_reference_of_ours_stands_in_them(
    app: Flask, session: Session, history: Trio
) -> None:
    one, other = (traced(app, "started", *WHO) for _ in range(2))
    names = [{name for line in lines_of(answer) for name in line[5:]} for answer in (one, other)]
    assert [len(found) for found in names] == [14, 14]
    assert names[0] & names[1] == set()
    for event in session.scalars(select(JobEvent)):
        ours = (event.id, event.source_ref, event.person_ref, event.workplace_id, event.organisation_id)
        for ref in ours:
            assert str(ref) not in one.output
            assert ref is None or ref.hex not in one.output


def test_the_order_of_the_lines_is_that_of_the_names(app: Flask, session: Session) -> None:
    for job in range(20):
        session.add(step(JobEventKind.STARTED, date(2026, 3, 2), job=job, planned_weeks=job + 1))
    session.commit()
    names = [line[5] for line in lines_of(traced(app, "started", *WHO))]
    assert len(names) == 20
    assert names == sorted(names), "the order in which the events came tells nothing"


def test_who_asked_and_why_is_written_down(app: Flask, session: Session, history: Trio) -> None:
    traced(app, "lasted_13", "--asked-by", "  Rita \n Revisor ", "--reason", "Årsrapporten", "--as-of", "2027-03-31")
    (line,) = log(session)
    assert (line.actor_id, line.reason) == (None, "Årsrapporten")
    assert line.details == {
        "asked_by": "Rita Revisor", "figure": "lasted_13", "paid": True, "as_of": "2027-03-31", "events": 5,
    }  # fmt: skip


def test_nothing_is_told_that_is_not_written_down(
    app: Flask, session: Session, history: Trio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_details: object) -> None:
        raise OSError("no room for the log")

    monkeypatch.setattr(auditing.audit, "record", full)
    answer = traced(app, "started", *WHO, status=1)
    assert (answer.output, log(session)) == ("", [])


def test_a_figure_that_its_events_do_not_make_is_said(
    app: Flask, session: Session, history: Trio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "_number", lambda _ladder, _figure: 8)
    answer = traced(app, "started", *WHO, status=1)
    assert "the figure is 8, and its events add up to 7" in answer.output
    assert len(log(session)) == 1, "what was printed is written down"


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("started", "--reason", "Kontroll"), "Missing option '--asked-by'"),
        (("started", "--asked-by", "Rita"), "Missing option '--reason'"),
        (("started", "--asked-by", " ", "--reason", "Kontroll"), "must say something"),
        (("started", "--asked-by", "Rita", "--reason", "\n"), "must say something"),
        (("started", "--asked-by", "Rita", "--reason", "Gjelder 010190 12345"), "national identity number"),
        (("started", "--asked-by", "Rita 01019012345", "--reason", "Kontroll"), "national identity number"),
        (("started", *WHO, "--as-of", "2027-04-11"), "has not been yet"),
        (("started", *WHO, "--as-of", "31.12.2026"), "does not match the format"),
        (("startet", *WHO), "is not one of"),
    ],
)
def test_what_is_refused_shows_nothing_and_is_not_written_down(
    app: Flask, session: Session, history: Trio, asked: tuple[str, ...], why: str
) -> None:
    answer = traced(app, *asked, status=2)
    assert why in answer.output
    assert (lines_of(answer), log(session)) == ([], [])
