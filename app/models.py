"""Every table of the house, loaded at once, for migrations and for the mapper."""

import importlib
import pkgutil

import certification
import ground
import matching
import register
from app import kernel


def load() -> None:
    """A table stands beside what it is for: importing the floors below, or the kernel, does nothing else."""
    for floor in (ground, register, certification, matching, kernel):
        for module in pkgutil.walk_packages(floor.__path__, prefix=f"{floor.__name__}."):
            importlib.import_module(module.name)
