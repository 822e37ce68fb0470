"""What machines ask: is Plass alive, ready, and how busy, and where does one tell of a hole."""
