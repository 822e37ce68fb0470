"""How one takes part in the network, and where a gathering can stand."""

from enum import StrEnum


class Participation(StrEnum):
    """How an organisation takes part in the network: certified ones as members, those on the way as guests."""

    MEMBER = "member"
    GUEST = "guest"


class GatheringState(StrEnum):
    """Where a gathering stands; follows from its facts and the time."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    BEGUN = "begun"
    OVER = "over"
    CANCELLED = "cancelled"


class SignUpRefusal(StrEnum):
    """Why somebody cannot sign up for a gathering."""

    OUTSIDE_NETWORK = "outside_network"
    NOT_OPEN = "not_open"
    FULL = "full"
