"""The blueprint of the county's pages."""

from flask import Blueprint

blueprint = Blueprint("county", __name__, url_prefix="/fylket")
