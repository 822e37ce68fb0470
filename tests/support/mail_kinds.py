"""Every kind of mail of the house, found where each subject keeps its own: in the modules called `mails`."""

import importlib
import pkgutil
from enum import StrEnum

import certification
import matching
import register


def all_kinds() -> list[StrEnum]:
    """The kinds of all subjects, in the order of the floors."""
    return [
        kind
        for floor in (register, certification, matching)
        for module in pkgutil.walk_packages(floor.__path__, prefix=f"{floor.__name__}.")
        if module.name.endswith(".mails")
        for words in vars(importlib.import_module(module.name)).values()
        if isinstance(words, type) and issubclass(words, StrEnum) and words.__module__ == module.name
        for kind in words
    ]


KINDS = all_kinds()
