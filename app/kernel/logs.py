"""Structured logs without personal data: one JSON line an event, a request id, never an address with secrets."""

import logging
import time
import traceback
import uuid

import structlog
from flask import Flask, Response, g, request

from config import Settings


def configure(settings: Settings) -> None:
    """Set up logging for this process."""
    logging.basicConfig(format="%(message)s", level=settings.log_level)
    for noisy in ("httpx", "weasyprint", "fontTools", "apscheduler", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(settings.log_level)),
        cache_logger_on_first_use=False,
    )


def place_of(error: BaseException | None) -> list[str]:
    """Where something broke and what came before it. No messages: libraries repeat in them what they were given."""
    told: list[str] = []
    while error is not None:
        told.append(type(error).__name__)
        told += [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return told


def log_requests(app: Flask) -> None:
    """Log each request by its endpoint and rule, never by its address: addresses may hold codes and tokens."""

    @app.before_request
    def _begin() -> None:
        g.began = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=uuid.uuid4().hex[:12])

    @app.after_request
    def _end(response: Response) -> Response:
        if request.endpoint not in {"static", "health.alive", "health.ready"}:
            structlog.get_logger().info(
                "request",
                method=request.method,
                endpoint=request.endpoint,
                status=response.status_code,
                ms=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000),
            )
        return response
