"""The first administrator, and the NAV offices of the county."""

import click
from flask.cli import AppGroup

from app.kernel.auth import act
from app.kernel.database import session
from register.joining import invitations
from register.organisations import offices
from register.people.errors import NoMailbox

administration = AppGroup("admin", help="The first administrator and the NAV offices.")


@administration.command("create")
@click.argument("email")
@click.option("--name", default="", help="What the administrator is called.")
def create(email: str, name: str) -> None:
    """Make the person with this address an administrator, who lets all others in."""
    try:
        user = invitations.make_first_administrator(act(), email=email, name=name)
    except NoMailbox as wrong:
        raise click.BadParameter("this is no mail address", param_hint="email") from wrong
    added = offices.add_missing_offices(session())
    session().commit()
    click.echo(f"{user.email} is administrator. {added} NAV offices added.")
