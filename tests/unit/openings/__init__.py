"""Places: what they need before they are published."""
