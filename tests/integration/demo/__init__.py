"""The demo: the same county every time, and never outside a demo."""
