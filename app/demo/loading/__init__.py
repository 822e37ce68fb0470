"""Makes the demo's year and a half of history by letting fictional people use the same services as real ones."""

from app.demo.loading.load import is_loaded, load

__all__ = ["is_loaded", "load"]
