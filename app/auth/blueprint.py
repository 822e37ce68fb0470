"""The blueprint of signing in and of one's own account."""

from flask import Blueprint

blueprint = Blueprint("auth", __name__)
