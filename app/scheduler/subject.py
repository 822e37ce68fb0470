"""What the scheduler hands to the house."""

from app.kernel.house import Subject
from app.scheduler.refusals import PROMISES

SUBJECT = Subject(name="scheduler", promises=PROMISES)
