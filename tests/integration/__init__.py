"""Services and routes on a real engine."""
