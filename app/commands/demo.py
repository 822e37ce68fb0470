"""The demo: loading its data once, and telling who can sign in."""

import click
from flask.cli import AppGroup

from app.demo.loading import load_once
from app.demo.people import PEOPLE
from app.kernel.context import settings, today
from app.kernel.database import session
from app.kernel.fictional import what_is_wrong

demo = AppGroup("demo", help="Fictional people and data for trying out Plass.")


@demo.command("load")
def load() -> None:
    """Load the demo data, unless they are there."""
    if not settings().is_demo:
        raise click.ClickException("This is not a demo; docs/settings.md says at PLASS_DEMO what makes one.")
    if wrong := what_is_wrong(session(), settings()):
        raise click.ClickException(wrong)
    load_once(session(), today=today())
    session().commit()


@demo.command("people")
def people() -> None:
    """Tell who can sign in, and where."""
    click.echo(f"Sign in as any of these with one click at {settings().address}/demo/ :")
    for person in PEOPLE:
        click.echo(f"  {person.name:<16} {person.email:<34} {str(person.comes_to).partition(':')[0]}")
