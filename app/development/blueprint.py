"""The blueprint of pages for those who build Plass."""

from flask import Blueprint

blueprint = Blueprint("development", __name__, url_prefix="/utvikling")
