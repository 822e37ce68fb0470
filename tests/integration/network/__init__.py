"""The network: who belongs to it, and its gatherings."""
