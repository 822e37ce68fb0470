"""What machines ask: how busy Plass is."""
