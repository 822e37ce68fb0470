"""Figures of operation exist only where a setting opens them, and count by endpoint, never by address."""

from pathlib import Path

from flask import Flask

from app.factory import create_app
from config import Settings


def application(folder: Path, *, metrics: bool) -> Flask:
    return create_app(Settings(data_folder=folder, demo=True, metrics=metrics))


def test_metrics_are_closed_unless_a_setting_opens_them(tmp_path: Path) -> None:
    client = application(tmp_path, metrics=False).test_client()
    assert client.get("/metrics").status_code == 404


def test_metrics_tell_endpoints_and_no_addresses(tmp_path: Path) -> None:
    client = application(tmp_path, metrics=True).test_client()
    client.get("/healthz?hemmelig=ja")
    told = client.get("/metrics").text
    assert "health.alive" in told
    assert "hemmelig" not in told
