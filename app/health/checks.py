"""Is Plass alive, and is it ready to work?"""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app.kernel import assets
from app.kernel.access import everyone
from app.kernel.audiences import health as pages
from app.kernel.database import db


@pages.get("/healthz", access=everyone("watch that the process answers"))
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@pages.get("/readyz", access=everyone("watch that all is there that pages need"))
def ready() -> tuple[Response, int]:
    """The database is reachable and migrated to what this code expects, and the assets are built; else what is not."""
    missing = _what_is_missing()
    if missing is not None:
        return jsonify(status="not ready", missing=missing), 503
    return jsonify(status="ready"), 200


def _what_is_missing() -> str | None:
    """The first that pages would have to do without, in a word: the answer is for everyone, so it says no more."""
    try:
        with db.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_heads()
    except SQLAlchemyError:
        return "database"
    config = current_app.extensions["migrate"].migrate.get_config()
    if set(found) != set(ScriptDirectory.from_config(config).get_heads()):
        return "migrations"
    return None if assets.are_built() else "assets"
