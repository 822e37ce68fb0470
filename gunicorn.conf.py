"""How gunicorn serves Plass, in `make run` and in an installation alike: started in this folder, it reads this file."""

import gc
import importlib
import os
from typing import Any

wsgi_app = "wsgi:app"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
loglevel = (os.environ.get("PLASS_LOG_LEVEL") or "info").lower()

# Plass is loaded once, and the workers are forked from there: they start at once and share the memory.
preload_app = True
# It is served by a thread, and a process that forks must have none: a lock held by another thread is never let go.
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Refuse a start that must not be, and make ready for the fork: all is loaded, and there is no worker yet."""
    from app.kernel.database import db
    from app.kernel.fictional import check_listeners, check_start
    from config import Settings
    from wsgi import app

    settings = Settings()
    check_listeners(settings, [listener.sock.getsockname() for listener in server.LISTENERS])
    check_start(app, settings)
    # WeasyPrint: the first who prints need not wait for it, and the workers share it too.
    importlib.import_module("app.adapters.pdf")
    # Two processes on one connection would read each other's answers.
    with app.app_context():
        db.engine.dispose()
    # What is loaded stays for good. Frozen, it is not searched for garbage again, which would also write to it and so
    # copy it to each worker. And a page that makes many objects need not stop for a search at every 700th.
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)
