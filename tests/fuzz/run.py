"""Lets hypothesis draw walks, chunk by chunk, and shortens those that end in a fault to a recipe."""

import random
from collections.abc import Callable, Iterator, Sequence

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.doors import Door
from tests.fuzz.values import Sent, requests
from tests.fuzz.walk import Broken, Fault, Walker

WALKS_IN_A_CHUNK = 40
STEPS_IN_A_WALK = 30


def fuzz(
    walker: Walker, doors: Sequence[Door], *, seed: int, inputs: int, say: Callable[[str], None] = lambda _line: None
) -> Iterator[Fault]:
    """Send hostile inputs until there are so many; every new fault with the shortest way to it that was found."""
    seeds = random.Random(seed)  # no secret
    while walker.inputs < inputs:
        walks = max(1, min(WALKS_IN_A_CHUNK, (inputs - walker.inputs) // (STEPS_IN_A_WALK // 2)))
        fault = _chunk(walker, list(doors), seeds.getrandbits(32), walks)
        if fault is not None:
            walker.known.add(fault.sign)
            yield fault
        say(f"{walker.inputs} inputs")


def _chunk(walker: Walker, doors: list[Door], seed: int, walks: int) -> Fault | None:
    count = 0

    @hypothesis.seed(seed)
    @settings(
        max_examples=walks,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(requests(doors, walker.world.personas), min_size=STEPS_IN_A_WALK // 2, max_size=STEPS_IN_A_WALK))
    def walk(steps: list[Sent]) -> None:
        nonlocal count
        count += 1
        walker.walk(steps, look_at_all=count == WALKS_IN_A_CHUNK // 2)

    try:
        walk()
    except Broken as broken:
        return _shortened(walker, broken.fault)
    return None


def _shortened(walker: Walker, fault: Fault) -> Fault:
    """The same fault with fewer steps: the last alone, if that is enough, else without each that is not needed."""
    alone = _again(walker, fault, fault.steps[-1:])
    if alone is not None:
        return alone
    for step in fault.steps[:-1]:
        fault = _again(walker, fault, tuple(one for one in fault.steps if one is not step)) or fault
    return fault


def _again(walker: Walker, fault: Fault, steps: tuple[Sent, ...]) -> Fault | None:
    try:
        walker.walk(steps)
    except Broken as broken:
        return broken.fault if broken.fault.sign == fault.sign else None
    return None
