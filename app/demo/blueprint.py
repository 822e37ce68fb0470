"""The blueprint of the demo."""

from flask import Blueprint

blueprint = Blueprint("demo", __name__, url_prefix="/demo")
