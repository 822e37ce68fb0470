"""Pure parts of the web."""
