"""The first two administrators, and the NAV offices of the county."""

import click
from flask.cli import AppGroup

from app.kernel.auth import act
from app.kernel.database import session
from register.joining import invitations
from register.organisations import offices
from register.people.errors import NoMailbox
from register.roles.errors import Excluded
from register.roles.grants import people_with_role
from register.roles.may_give import ADMINISTRATORS_NEEDED
from register.roles.types import Role

administration = AppGroup("admin", help="The first two administrators, and the NAV offices.")


@administration.command("create")
@click.argument("email")
@click.option("--name", default="", help="What the administrator is called.")
def create(email: str, name: str) -> None:
    """Make the person with this address an administrator. It takes two to let anybody else in: run it twice."""
    try:
        user = invitations.make_administrator(act(), email=email, name=name)
    except NoMailbox as wrong:
        raise click.BadParameter("this is no mail address", param_hint="email") from wrong
    except Excluded as wrong:
        raise click.BadParameter(f"nobody is both {wrong.held} and {wrong.wanted}", param_hint="email") from wrong
    added = offices.add_missing_offices(session())
    session().commit()
    click.echo(f"{user.email} is administrator. {added} NAV offices added.")
    if len(people_with_role(session(), Role.ADMINISTRATOR)) < ADMINISTRATORS_NEEDED:
        click.echo("Make a second administrator in the same way: what one proposes, another confirms.")
