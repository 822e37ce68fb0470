"""How what people type is read."""
