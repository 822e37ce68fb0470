"""A figure of the 1000 jobs followed back to its events, for an auditor who has asked whoever runs Plass."""

from datetime import datetime

import click
from flask.cli import AppGroup

from app.kernel.auth import act
from app.kernel.context import now, settings, today
from app.kernel.database import session
from ground.identity_numbers import holds_identity_number
from matching.progress.auditing import TracedEvent, trace_figure
from matching.progress.figures import end_of_day
from matching.progress.rules.jobs import Moment
from matching.progress.types import Figure

count = AppGroup("count", help="The count of the 1000 jobs.")


def _said(_context: click.Context, _option: click.Parameter, value: str) -> str:
    said = " ".join(value.split())
    if not said:
        raise click.BadParameter("it is written down, and must say something")
    if holds_identity_number(said):
        raise click.BadParameter("this looks like a national identity number, which Plass never keeps")
    return said


@count.command("trace")
@click.argument("figure", type=click.Choice([figure.value for figure in Figure]))
@click.option("--asked-by", required=True, callback=_said, help="The name of the auditor who asks.")
@click.option("--reason", required=True, callback=_said, help="Why the figure must be followed.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="As Plass knew it when this day ended; else now.")
@click.option("--training", is_flag=True, help="Of unpaid training, which is counted for itself.")
def trace(figure: str, asked_by: str, reason: str, as_of: datetime | None, training: bool) -> None:
    """Print the events behind a figure. Who asks and why is written in the log before anything is printed."""
    moment = _moment(as_of)
    found = trace_figure(
        act(),
        figure=Figure(figure),
        moment=moment,
        paid=not training,
        asked_by=asked_by,
        reason=reason,
        key=settings().secret,
    )
    session().commit()
    for event in found.events:
        click.echo(_line(event))
    if found.total != found.figure:
        raise click.ClickException(f"the figure is {found.figure}, and its events add up to {found.total}")
    click.echo(f"{figure} as of {moment.day}: {found.figure}, the sum of the {len(found.events)} events above.")


def _moment(as_of: datetime | None) -> Moment:
    starts_on, day = settings().programme_start, as_of.date() if as_of else today()
    if day > today():
        raise click.BadParameter("this day has not been yet", param_hint="--as-of")
    return Moment(starts_on, day, end_of_day(day) if as_of else now())


def _line(event: TracedEvent) -> str:
    return "\t".join(
        (
            event.when,
            event.kind.value,
            event.opening_kind.value,
            event.municipality or "-",
            str(event.positions),
            event.event,
            event.person or "-",
        )
    )
