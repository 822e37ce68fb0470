"""What is told when two people meet a promise of the database at one moment; None: nobody can meet it."""

from flask_babel import LazyString

PROMISES: dict[str, LazyString | None] = {
    # Written by jobs, or in one statement that takes the row that is there.
    "scheduler_lease_key": None,
}
