"""What a person can ask about their own data, and where such a request stands."""

from enum import StrEnum


class RightsKind(StrEnum):
    """What a young person asks for that somebody must answer."""

    OBJECTION = "objection"  # they do not want what is known about them to be used (GDPR article 21)
    RESTRICTION = "restriction"  # keep it, and do not use it for now (GDPR article 18)
    DELETION = "deletion"  # while something is agreed or running (GDPR article 17); else it is no request
    CORRECTION = "correction"  # something that is kept is wrong (GDPR article 16)

    @property
    def freezes(self) -> bool:
        """Is nothing used while it waits?"""
        return self in (RightsKind.OBJECTION, RightsKind.RESTRICTION)


class RightsState(StrEnum):
    """A request from the asking to the answer."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"  # by the person
