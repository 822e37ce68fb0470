"""The entrance for the web server and the command line: `wsgi:app`."""

from app.factory import create_app
from config import Settings

app = create_app(Settings())
