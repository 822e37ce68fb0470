"""Who has looked at a candidate, and how a look is written down."""
