"""Making ready for `make run`."""

import click
from flask.cli import with_appcontext
from flask_migrate import upgrade

from app.commands.demo import load, people
from app.kernel.context import settings


@click.command("prepare")
@click.pass_context
@with_appcontext
def prepare(context: click.Context) -> None:
    """Bring the database to the newest migration; in the demo, load its data and tell who can sign in."""
    upgrade()
    if settings().is_demo:
        context.invoke(load)
        context.invoke(people)
