"""Where templates are found: each subject's in its own folder, under its name; what all pages share in the kernel's."""

from flask import Flask
from jinja2 import FileSystemLoader, PrefixLoader

from app.kernel.forms.looks import look_of
from app.kernel.forms.messages import mistakes_in
from app.kernel.house import House
from config import ROOT

SHARED = ("components", "errors", "layouts", "mail")


def register(app: Flask) -> None:
    """Let a template be named by subject and path: `openings/employer/show.html`. No name can mean two files.

    What all of them may ask about a form is given to them here.
    """
    found: House = app.extensions["plass_house"]
    folders = {name: ROOT / "app/kernel/templates" / name for name in SHARED}
    folders |= {subject.name: ROOT / "app" / subject.name / "templates" for subject in found.subjects}
    app.jinja_env.globals |= {"mistakes_in": mistakes_in, "look_of": look_of}
    app.jinja_loader = PrefixLoader({name: FileSystemLoader(folder) for name, folder in folders.items()})
