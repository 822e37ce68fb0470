"""Who may do what: checked here, before any route runs, from one table of all endpoints."""

from flask import Flask

from app.access.enforcement import enforce


def register(app: Flask) -> None:
    """Check every request."""
    app.before_request(enforce)
