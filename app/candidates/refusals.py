"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from matching.candidates.errors import (
    AsksAlready,
    CandidateProtected,
    NotACounsellorHere,
    NothingCorrected,
    NothingToAskFor,
    OutsideAgeGroup,
    ReasonMissing,
    StillPlaced,
    WordsMissing,
)
from matching.candidates.types import RightsKind
from matching.records.errors import UseRestricted

ASKS_ALREADY = _l(
    "Du har allerede bedt om å få rettet noe. Når du har fått svar på det, kan du be om at mer blir rettet."
)
ASKS_THE_SAME = _l(
    "Du har allerede bedt om dette, og det venter på svar. Det du skrev nå, er ikke sendt. Si det til Nav-kontoret."
)

REFUSALS: dict[type[Exception], Sentence] = {
    CandidateProtected: say(_l("Denne personen kan ikke registreres i Plass. Ingenting er lagret.")),
    OutsideAgeGroup: lambda error: _l(
        "Plass er for unge fra %(lowest)s til %(highest)s år.", lowest=error.lowest, highest=error.highest
    ),
    NotACounsellorHere: say(_l("Velg en veileder på kandidatens kontor.")),
    StillPlaced: say(_l("Det finnes en avtale som gjelder nå. Den må avsluttes først.")),
    NothingToAskFor: say(_l("Dette trenger du ikke å be om. Last siden på nytt og se hvordan det står til.")),
    WordsMissing: say(_l("Skriv hva som er feil, og hva som er riktig.")),
    AsksAlready: lambda error: ASKS_ALREADY if error.kind is RightsKind.CORRECTION else ASKS_THE_SAME,
    ReasonMissing: say(_l("Skriv hvorfor.")),
    NothingCorrected: say(
        _l("Ingenting er endret siden kandidaten ba om det. Rett det som er feil, eller svar nei og si hvorfor.")
    ),
    UseRestricted: say(_l("Du har stoppet bruken av det som står om deg. Opphev stoppen først, så kan du si ja.")),
}

PROMISES: dict[str, LazyString | None] = {
    "one_coordinator_per_candidate": _l(
        "Kandidaten fikk en ny veileder i samme øyeblikk. Last siden på nytt og se hvem."
    ),
    # The service holds the candidate while it looks and writes.
    "one_waiting_request_of_each_kind": None,
    # Drawn at random, or points to a row that was made in the same act.
    "candidate_count_ref_unique": None,
    "candidate_user_id_unique": None,
}
