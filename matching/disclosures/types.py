"""Why somebody looked at a candidate, and how much was seen."""

from enum import StrEnum


class ReadPurpose(StrEnum):
    """Why somebody looked at a candidate; the candidate reads it in plain words."""

    FOLLOW_UP = "follow_up"  # knowing and keeping the profile
    FIND_PLACE = "find_place"  # finding places for the person
    FIND_PERSON = "find_person"  # finding people for a place
    ANSWER_YES = "answer_yes"  # an employer meets someone who said yes
    ANSWER_REQUEST = "answer_request"  # answering what the person asks about their own data
    AGREEMENT = "agreement"  # making and keeping the agreement and its follow-up


class ReadWhat(StrEnum):
    """How much of a candidate was seen."""

    LIST_ENTRY = "list_entry"  # first name and where the person stands, in a list
    CARD = "card"  # what matching uses: hours, travel, skills, adaptations
    PROFILE = "profile"  # everything that is kept
    PROPOSAL = "proposal"  # one proposal and its answer
    DISCLOSED = "disclosed"  # only what the candidate shares with an employer
    PLACEMENT = "placement"  # agreement, follow-up, ending
    REQUEST = "request"  # what the person asks about their own data
