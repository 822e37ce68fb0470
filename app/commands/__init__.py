"""Commands for those who run Plass: `flask --app wsgi …`."""

from flask import Flask

from app.commands.administration import administration
from app.commands.count import count
from app.commands.demo import demo
from app.commands.editions import editions
from app.commands.prepare import prepare


def register(app: Flask) -> None:
    """Hang the commands on the application."""
    app.cli.add_command(administration)
    app.cli.add_command(count)
    app.cli.add_command(demo)
    app.cli.add_command(editions)
    app.cli.add_command(prepare)
