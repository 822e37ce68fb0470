"""What is told when two people meet a promise of the database at one moment; None: nobody can meet it."""

from flask_babel import LazyString

PROMISES: dict[str, LazyString | None] = {
    # Written in the act that it counts, whose placement is held.
    "one_step_of_each_kind_per_placement": None,
}
