"""`make fuzz`: hostile inputs until INPUTS are sent (SEED, INPUTS; RECIPE=file sends again what a run has found).

Says at the end how many were sent, so that runs with other seeds can be added up; ends with 1 when a fault is found.
"""

import os
import sys
import tempfile
from pathlib import Path

from app.factory import create_app
from app.kernel.context import Services
from app.kernel.database import db
from config import ROOT, Settings
from tests.fuzz.doors import all_doors
from tests.fuzz.run import fuzz
from tests.fuzz.values import sent_of
from tests.fuzz.walk import Broken, Walker
from tests.fuzz.world import World
from tests.support.database import migrated_database
from tests.support.world import KeptMail, KnownUnits, StoppedClock

RECIPES = ROOT / ".cache" / "fuzz"
OFTEN = "1000000 per minute"


def main() -> int:
    """Make the world in a database of its own, and fuzz it or try a recipe."""
    with tempfile.TemporaryDirectory() as name, migrated_database(Path(name), Path(name), "fuzz") as address:
        settings = Settings(
            database_url=address, data_folder=Path(name), demo=True, base_url="http://localhost",
            link_limit=OFTEN, wrong_tries_limit=OFTEN,
            submit_limit=OFTEN, read_limit=OFTEN, log_level="CRITICAL",
        )  # fmt: skip
        app = create_app(settings, Services(clock=StoppedClock(), business_register=KnownUnits(), mail=KeptMail()))
        try:
            world = World(app)
            with world.running():
                return _try_again(world, Path(recipe)) if (recipe := os.environ.get("RECIPE")) else _fuzz(world)
        finally:
            with app.app_context():
                db.engine.dispose()


def _fuzz(world: World) -> int:
    seed, inputs = int(os.environ.get("SEED") or 1), int(os.environ.get("INPUTS") or 10_000)
    doors = all_doors(world, deep=True)
    print(f"{len(doors)} doors, {len({door.endpoint for door in doors})} endpoints", flush=True)
    walker = Walker(world, doors)
    found = 0
    for fault in fuzz(walker, doors, seed=seed, inputs=inputs, say=lambda line: print(line, flush=True)):
        found += 1
        RECIPES.mkdir(parents=True, exist_ok=True)
        recipe = RECIPES / f"{seed}-{found}.jsonl"
        recipe.write_text("".join(f"{step.as_line()}\n" for step in fault.steps), encoding="utf-8")
        print(f"FAULT {fault.sign}\n  {len(fault.steps)} steps; again with: RECIPE={recipe} make fuzz", flush=True)
        for step in fault.steps[-3:]:
            print(f"  {step.as_line()[:600]}", flush=True)
    print(f"seed {seed}: {walker.inputs} inputs, {found} faults, statuses {dict(sorted(walker.statuses.items()))}")
    return 1 if found else 0


def _try_again(world: World, recipe: Path) -> int:
    all_doors(world, deep=True)  # as the run began
    steps = [sent_of(line) for line in recipe.read_text(encoding="utf-8").splitlines()]
    try:
        Walker(world, ()).walk(steps)
    except Broken as broken:
        print(f"FAULT {broken.fault.sign}")
        return 1
    print("No fault.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
