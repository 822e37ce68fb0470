"""What this part hands to the house."""

from app.health import checks, security_txt
from app.kernel.house import Subject

SUBJECT = Subject(name="health", pages=(checks, security_txt))
