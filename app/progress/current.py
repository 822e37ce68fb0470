"""The figures of this moment: counted once for every page and file, and kept until something is told."""

import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from flask import current_app

from app.kernel.context import now, settings, today
from app.kernel.database import session
from matching.progress.events import newest_events
from matching.progress.figures import Progress, progress

KEPT_AS = "plass_progress"
Key = tuple[tuple[uuid.UUID, ...], date, date, int]


@dataclass
class Kept:
    """What was counted last in this process, and from what."""

    counting: Lock = field(default_factory=Lock)
    counted: tuple[Key, Progress] | None = None


def current_progress() -> Progress:
    """The figures as they stand now.

    While one request counts anew, others are shown what was counted last, and that it is behind.
    """
    kept: Kept = current_app.extensions.setdefault(KEPT_AS, Kept())
    key = (newest_events(session()), today(), settings().programme_start, settings().jobs_goal)
    if kept.counted is not None and kept.counted[0] == key:
        return kept.counted[1]
    if kept.counted is not None and kept.counting.locked():
        return replace(kept.counted[1], is_behind=True)
    with kept.counting:
        if kept.counted is None or kept.counted[0] != key:
            kept.counted = (key, _count())
        return kept.counted[1]


def _count() -> Progress:
    return progress(
        session(),
        goal=settings().jobs_goal,
        programme_start=settings().programme_start,
        today=today(),
        now=now(),
    )
