"""Pictures drawn on the server: pure geometry, which `components/picture.html` writes as SVG.

A picture is made of what its table tells and of nothing else: a step and never the number in it, nothing of what is
hidden. So two counts that are published alike look alike (docs/decisions/0026).
"""

from flask import Flask

from app.kernel.pictures.bars import cells, lengths, share
from app.kernel.pictures.ring import ring
from app.kernel.pictures.tiles import tile_map
from app.kernel.pictures.weeks import week_line


def register(app: Flask) -> None:
    """Let the components ask for geometry."""
    app.jinja_env.globals["pictures"] = {
        "cells": cells,
        "lengths": lengths,
        "ring": ring,
        "share": share,
        "tile_map": tile_map,
        "week_line": week_line,
    }
