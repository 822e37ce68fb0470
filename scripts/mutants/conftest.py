"""For pytest in the copy of the house: what was read before the change is read again, and quick tests come first."""

import os
import shutil
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from hypothesis import Phase, settings

HOUSE = frozenset({"ground", "register", "certification", "matching", "app"})

# No example is kept for the next change, and none that was found is made small: one is enough to notice.
settings.register_profile("mutants", database=None, phases=[Phase.explicit, Phase.generate])
settings.load_profile("mutants")


@pytest.fixture(scope="session", autouse=True)
def _migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the first run that migrates a database leave it to those that follow."""
    kept, made = Path("template.sqlite"), tmp_path_factory.getbasetemp() / "template.sqlite"
    if kept.exists():
        shutil.copy(kept, made)
    yield
    if made.exists() and not kept.exists():
        shutil.copy(made, kept)


def pytest_sessionstart() -> None:
    """Let a changed reader read: what it had read was read when the house was imported, before anything was changed."""
    _forget_what_was_read()


def pytest_runtest_setup() -> None:
    """While it is found out which tests pass through what, every test reads for itself."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        _forget_what_was_read()


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Tests that try a hundred examples come last; most changes are noticed before."""
    items.sort(key=lambda item: hasattr(item.obj, "hypothesis"))


def _forget_what_was_read() -> None:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in HOUSE:
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()
