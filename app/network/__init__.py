"""The network of certified employers and its gatherings."""
