"""The entrance for the web server and the command line: `wsgi:app`."""

from app.factory import create_app
from app.kernel.fictional import guard_start
from config import Settings

settings = Settings()
app = create_app(settings)
guard_start(app, settings)
