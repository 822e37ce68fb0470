"""The blueprints: one for each audience; the demo's and the developers' only where the settings allow them."""

from flask import Flask

from app.api.routes import blueprint as api
from app.auth.routes import blueprint as auth
from app.candidate.routes import blueprint as candidate
from app.certifier.routes import blueprint as certifier
from app.counsellor.routes import blueprint as counsellor
from app.county.routes import blueprint as county
from app.demo.routes import blueprint as demo
from app.development.routes import blueprint as development
from app.employer.routes import blueprint as employer
from app.health.metrics import serve_metrics
from app.health.routes import blueprint as health
from app.public.routes import blueprint as public
from config import Settings


def register(app: Flask, settings: Settings) -> None:
    """Mount the pages."""
    for blueprint in (public, auth, employer, candidate, counsellor, certifier, county, api, health):
        app.register_blueprint(blueprint)
    if settings.is_demo:
        app.register_blueprint(demo)
    if settings.is_demo or settings.development:
        app.register_blueprint(development)
    if settings.metrics:
        serve_metrics(app)
