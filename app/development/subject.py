"""What this part hands to the house."""

from app.development import components
from app.kernel.house import Subject

SUBJECT = Subject(name="development", pages=(components,))
