"""The blueprint of the certifier's pages."""

from flask import Blueprint

blueprint = Blueprint("certifier", __name__, url_prefix="/sertifisor")
