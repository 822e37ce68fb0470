"""The blueprint of the NAV counsellor's pages."""

from flask import Blueprint

blueprint = Blueprint("counsellor", __name__, url_prefix="/veileder")
