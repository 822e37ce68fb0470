"""The blueprint of the young person's pages."""

from flask import Blueprint

blueprint = Blueprint("candidate", __name__, url_prefix="/min-side")
