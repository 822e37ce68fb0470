"""What machines ask: is Plass alive, ready, and how busy."""
