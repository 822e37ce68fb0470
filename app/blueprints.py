"""The pages of all audiences; the demo's and the developers' only where the settings allow them."""

import importlib

from flask import Flask

from app.health.metrics import serve_metrics
from app.kernel import audiences
from config import Settings

PAGES = (
    "public", "auth", "employer", "candidate", "counsellor", "certifier", "county", "api", "health", "demo",
    "development",
)  # fmt: skip


def register(app: Flask, settings: Settings) -> None:
    """Mount the pages."""
    for name in PAGES:
        importlib.import_module(f"app.{name}.routes")
    for name in PAGES:
        audience = getattr(audiences, name)
        if audience is audiences.demo and not settings.is_demo:
            continue
        if audience is audiences.development and not (settings.is_demo or settings.development):
            continue
        app.register_blueprint(audience)
    if settings.metrics:
        serve_metrics(app)
