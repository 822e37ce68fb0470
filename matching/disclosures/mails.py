"""What is mailed about looking at candidates."""

from enum import StrEnum


class DisclosureMail(StrEnum):
    """What is mailed about looking at candidates."""

    MANY_CANDIDATES_READ = "many_candidates_read"
