"""Makes the demo's year and a half of history by letting fictional people use the same services as real ones."""

from app.demo.loading.load import load, load_once

__all__ = ["load", "load_once"]
