"""Cookies that outlive a session: only the server reads them, and on https no other site of the domain can set them."""

from flask import request
from werkzeug.wrappers import Response

from app.kernel.context import settings


def _is_secure() -> bool:
    return settings().address.startswith("https://")


def _name(name: str) -> str:
    """`__Host-` binds a cookie to this host and https; browsers take it by https alone: loopback has its own name."""
    return f"__Host-plass-{name}" if _is_secure() else f"plass-{name}"


def read_cookie(name: str) -> str:
    """What this browser keeps under a name; empty when it keeps nothing."""
    return request.cookies.get(_name(name), "")[:200]


def keep_cookie(answer: Response, name: str, value: str, *, seconds: int) -> None:
    """Let the browser keep a value."""
    answer.set_cookie(_name(name), value, max_age=seconds, secure=_is_secure(), httponly=True, samesite="Lax", path="/")


def forget_cookie(answer: Response, name: str) -> None:
    """Let the browser forget it."""
    answer.delete_cookie(_name(name), secure=_is_secure(), httponly=True, samesite="Lax", path="/")
