"""The application, built of its parts. Only what starts a process imports it."""

from flask import Flask

from app import commands, models
from app.front import navigation
from app.health.metrics import serve_metrics
from app.kernel import (
    assets,
    audiences,
    auth,
    compression,
    context,
    database,
    drafts,
    enforcement,
    errors,
    house,
    language,
    limits,
    logs,
    numbers_in_addresses,
    pictures,
    security,
    templates,
)
from app.kernel.context import Services
from app.outside_world import real_services
from app.subjects import SUBJECTS
from app.words import filters
from config import Settings


def create_app(settings: Settings, services: Services | None = None) -> Flask:
    """Build the application. `services` replaces the outside world (clock, register, mail), as tests do."""
    models.load()
    app = Flask("app", template_folder=None)
    logs.configure(settings)
    context.register(app, settings, services or real_services(settings))
    compression.register(app)
    house.register(app, SUBJECTS)
    security.register(app, settings)
    database.register(app, settings)
    language.register(app)
    limits.register(app)
    auth.register(app)
    numbers_in_addresses.register(app)
    drafts.register(app)
    enforcement.register(app)
    assets.register(app)
    pictures.register(app)
    templates.register(app)
    filters.register(app)
    navigation.register(app)
    errors.register(app)
    audiences.register(app, settings)
    house.check_pages(app)
    commands.register(app)
    if settings.metrics:
        serve_metrics(app)
    return app
