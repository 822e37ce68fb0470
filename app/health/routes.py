"""Is Plass alive, and is it ready to work?"""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app.database import db

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> tuple[Response, int]:
    """The database is reachable and migrated to what this code expects."""
    try:
        with db.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError:
        return jsonify(status="database unreachable"), 503
    config = current_app.extensions["migrate"].migrate.get_config()
    expected = ScriptDirectory.from_config(config).get_current_head()
    if found != expected:
        return jsonify(status="database not migrated"), 503
    return jsonify(status="ready"), 200
