"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from ground.states import MoveNotAllowed
from matching.disclosures.errors import NotDisclosed
from matching.proposals.errors import AlreadyProposed, NotLawful, OpeningNotOpen, ReasonNeeded
from matching.records.errors import CandidateNotActive

REFUSALS: dict[type[Exception], Sentence] = {
    MoveNotAllowed: say(_l("Dette er allerede gjort, eller det går ikke lenger. Last siden på nytt.")),
    NotDisclosed: say(_l("Kandidaten deler ikke lenger navnet sitt med dere.")),
    CandidateNotActive: say(_l("Kandidaten har pause eller deltar ikke lenger.")),
    AlreadyProposed: say(_l("Plassen er allerede foreslått for denne kandidaten.")),
    OpeningNotOpen: say(_l("Plassen er ikke lenger ledig.")),
    NotLawful: say(
        _l("Loven tillater ikke at kandidaten har denne plassen slik den er nå. Ta det opp med arbeidsgiveren.")
    ),
    ReasonNeeded: say(_l("Skriv hvorfor du foreslår plassen selv om noe taler mot den.")),
}

PROMISES: dict[str, LazyString | None] = {
    # The service holds the candidate and the proposal while it looks and writes.
    "one_living_disclosure_per_proposal": None,
    "one_living_proposal_per_candidate_and_opening": None,
}
