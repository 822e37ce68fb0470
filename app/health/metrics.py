"""Figures of operation for Prometheus, without personal data: by endpoint, never by address."""

from flask import Flask
from prometheus_flask_exporter import PrometheusMetrics


def serve_metrics(app: Flask) -> None:
    """Serve /metrics; several web processes share figures through PROMETHEUS_MULTIPROC_DIR."""
    PrometheusMetrics(app, group_by="endpoint", default_labels={}, excluded_paths=["^/static/"])
