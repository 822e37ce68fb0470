"""The web: the only floor that knows Flask, forms, templates, mail, PDF, the scheduler and HTTP clients."""

from flask import Flask

from app import (
    access,
    assets,
    auth,
    blueprints,
    commands,
    context,
    database,
    errors,
    filters,
    language,
    logs,
    navigation,
    rate_limits,
    security,
)
from app.context import Services
from config import Settings


def create_app(settings: Settings, services: Services | None = None) -> Flask:
    """Build the application. `services` replaces the outside world (clock, register, mail), as tests do."""
    app = Flask(__name__)
    logs.configure(settings)
    context.register(app, settings, services)
    security.register(app, settings)
    database.register(app, settings)
    language.register(app)
    rate_limits.register(app, settings)
    auth.register(app)
    access.register(app)
    assets.register(app)
    filters.register(app)
    navigation.register(app)
    errors.register(app)
    blueprints.register(app, settings)
    commands.register(app)
    return app
