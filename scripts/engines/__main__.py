"""Leads Firefox and WebKit through Plass: `make other-engines` (ONLY=firefox; PICTURES=folder keeps what they show).

Each gets a Plass of its own, where the young person's proposal still waits for an answer.
"""

import os
import sys
import time

from scripts.engines.counsellor import hand_over_code
from scripts.engines.driven import Driven
from scripts.engines.firefox import firefox
from scripts.engines.plass import fresh_plass
from scripts.engines.walk import StandsStill, Walk
from scripts.engines.webkit import webkit

ENGINES = {"firefox": firefox, "webkit": webkit}


def main() -> int:
    """Walk in every engine; 1 if anything is wrong in any."""
    chosen = os.environ.get("ONLY") or " ".join(ENGINES)
    good = [_is_good(name) for name in chosen.split()]
    return int(not all(good))


def _is_good(name: str) -> bool:
    began = time.monotonic()
    try:
        with fresh_plass() as address, ENGINES[name](address) as window:
            print(f"\n{window.name}, after {time.monotonic() - began:.0f} seconds", flush=True)
            good = _walk(window)
    except (StandsStill, ValueError, LookupError) as error:
        print(f"FAILED  {name}: {error!r}", flush=True)
        return False
    print(f"{time.monotonic() - began:.0f} seconds", flush=True)
    return good


def _walk(window: Driven) -> bool:
    walk = Walk(window)
    walk.is_able_to_fail()
    handed = hand_over_code(window.address)
    walk.come_in(handed.code, handed.birth_date)
    walk.everywhere()
    walk.say_yes()
    return walk.good


if __name__ == "__main__":
    sys.exit(main())
