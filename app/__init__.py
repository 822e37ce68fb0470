"""The web: the only floor that knows Flask, forms, templates, mail, PDF, the scheduler and HTTP clients."""

from flask import Flask

from app import blueprints, commands, models, navigation
from app.kernel import assets, auth, context, database, enforcement, errors, language, logs, security
from app.kernel import limits as rate_limits
from app.kernel.context import Services
from app.outside_world import real_services
from app.words import filters
from config import Settings

__all__ = ["create_app", "models"]


def create_app(settings: Settings, services: Services | None = None) -> Flask:
    """Build the application. `services` replaces the outside world (clock, register, mail), as tests do."""
    app = Flask(__name__)
    logs.configure(settings)
    context.register(app, settings, services or real_services(settings))
    security.register(app, settings)
    database.register(app, settings)
    language.register(app)
    rate_limits.register(app, settings)
    auth.register(app)
    enforcement.register(app)
    assets.register(app)
    filters.register(app)
    navigation.register(app)
    errors.register(app)
    blueprints.register(app, settings)
    commands.register(app)
    return app
