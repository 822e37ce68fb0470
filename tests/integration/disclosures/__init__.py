"""Who has looked at a candidate: every look is written down."""
