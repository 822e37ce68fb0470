"""Is Plass alive, and is it ready to work?"""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app.kernel.access import everyone
from app.kernel.audiences import health as pages
from app.kernel.database import db


@pages.get("/healthz", access=everyone("watch that the process answers"))
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@pages.get("/readyz", access=everyone("watch that the database answers"))
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
