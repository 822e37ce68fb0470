"""Signing in and out."""

from flask import Flask

from app.auth.current import login_manager


def register(app: Flask) -> None:
    """Connect Flask-Login."""
    login_manager.init_app(app)
