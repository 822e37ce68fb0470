"""`make faults`: a run of so many seconds, embedded or on the server that PLASS_TEST_DATABASE_URL names (SEED, FOR).

Ends with 1 when something that was said to be done is lost or doubled, or somebody was answered strangely.
"""

import os
import signal
import sys
import tempfile
from pathlib import Path

from tests.faults.story import tell_a_story
from tests.support.database import migrated_database

MOST_TOLD = 40


def main() -> int:
    """Run one story and say how it ended."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leaving takes the processes of Plass with it
    seed, seconds = int(os.environ.get("SEED") or 1), float(os.environ.get("FOR") or 60)
    with tempfile.TemporaryDirectory() as name, migrated_database(Path(name), Path(name), "faults") as address:
        print(f"{address.partition(':')[0]}, seed {seed}, {seconds:.0f} seconds", flush=True)
        wrong = tell_a_story(
            address, Path(name), seed=seed, seconds=seconds, say=lambda line: print(f"  {line}", flush=True)
        )
    for line in wrong[:MOST_TOLD]:
        print(f"WRONG {line}")
    print(f"seed {seed}: {len(wrong)} wrong", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
