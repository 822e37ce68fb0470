"""Every table of the house in one import, for migrations and for the mapper."""

import importlib
import pkgutil

import certification
import matching
from app.scheduler import lease

__all__ = ["lease"]


def _import_models_of(package_name: str, paths: list[str]) -> None:
    for module in pkgutil.walk_packages(paths, prefix=f"{package_name}."):
        if ".models" in module.name:
            importlib.import_module(module.name)


_import_models_of("certification", list(certification.__path__))
_import_models_of("matching", list(matching.__path__))
