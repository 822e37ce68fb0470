"""The blueprint of the employer's pages."""

from flask import Blueprint

blueprint = Blueprint("employer", __name__, url_prefix="/arbeidsgiver")
