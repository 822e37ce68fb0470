"""The network: who belongs to it, and who may come."""
