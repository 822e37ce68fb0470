"""A running Plass under faults: `make faults`. What it has said is done must be there, once, whatever was killed."""
