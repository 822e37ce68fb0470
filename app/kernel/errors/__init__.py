"""What a person sees when something stops: pages in our own layout, messages for what the rules refuse."""

from app.kernel.errors.handlers import register

__all__ = ["register"]
