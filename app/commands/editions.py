"""The editions of the criteria: load what comes with Plass, publish (which locks), and list."""

from pathlib import Path

import click
from flask.cli import AppGroup

from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from certification.criteria import library as service
from certification.criteria.editions.loader import bundled_editions
from certification.criteria.editions.loader import load_edition as read_edition
from ground.errors import DomainError
from ground.reading import FileWrong

editions = AppGroup("edition", help="The editions of the criteria.")


@editions.command("load")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with criteria.yaml and its texts; without it, the editions that come with Plass.",
)
def load(folder: Path | None) -> None:
    """Validate and store editions; a published one is never changed."""
    try:
        found = (read_edition(folder),) if folder else bundled_editions()
    except FileWrong as wrong:
        raise click.ClickException(str(wrong)) from wrong
    for edition in found:
        try:
            row = service.load_edition(act(), edition=edition)
        except DomainError as refused:
            raise click.ClickException(str(sentence_for(refused))) from refused
        click.echo(f"{row.number} {row.status.value} {row.fingerprint[:12]}")
    session().commit()


@editions.command("publish")
@click.argument("number")
def publish(number: str) -> None:
    """Publish the edition with this number: new cases use it, and its text is locked."""
    try:
        row = service.publish_edition(act(), number=number)
    except DomainError as refused:
        raise click.ClickException(f"There is no edition {number}.") from refused
    session().commit()
    click.echo(f"{row.number} {row.status.value}")


@editions.command("list")
def list_all() -> None:
    """All editions, the newest first."""
    for row in service.editions(session()):
        published = f"{row.published_at:%Y-%m-%d}" if row.published_at else "-"
        click.echo(f"{row.number} {row.status.value} {published} {row.fingerprint[:12]}")
