"""What is mailed about a proposal and its answers."""

from enum import StrEnum


class ProposalMail(StrEnum):
    """What is mailed about a proposal and its answers."""

    PROPOSAL_MADE = "proposal_made"
    CANDIDATE_SAID_YES = "candidate_said_yes"
    CANDIDATE_ANSWERED = "candidate_answered"
    EMPLOYER_ANSWERED = "employer_answered"
    EMPLOYER_SAID_YES = "employer_said_yes"
    PROPOSAL_LAPSED = "proposal_lapsed"
