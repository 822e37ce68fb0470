"""When to try again what failed: after a pause that grows with each try, up to a longest one."""

from datetime import timedelta


def pause_after(tries: int, *, first: timedelta, longest: timedelta) -> timedelta:
    """The pause after so many failed tries: the first, then twice as long each time, at most the longest."""
    doublings = min(max(tries, 1) - 1, 40)  # twice forty times is longer than any longest pause
    return longest if longest / 2**doublings < first else first * 2**doublings
