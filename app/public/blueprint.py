"""The blueprint of pages for everyone."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)
