"""Every table of the house in one import, for migrations and for the mapper."""

import importlib
import pkgutil
from types import ModuleType

import certification
import ground
import matching
import register
from app.kernel import lease

__all__ = ["lease"]


def _import_all_of(floor: ModuleType) -> None:
    """A table stands beside what it is for: the floors below are plain Python, and importing them does nothing."""
    for module in pkgutil.walk_packages(floor.__path__, prefix=f"{floor.__name__}."):
        importlib.import_module(module.name)


for one in (ground, register, certification, matching):
    _import_all_of(one)
