"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from app.placements.sentences import sentences
from app.words.filters import written_date
from matching.placements.errors import (
    AgreementChanged,
    AgreementClosed,
    AgreementWrong,
    ApprovalOutOfTurn,
    EndsBeforeStart,
    EndsBeforeTalk,
    FollowUpNotYet,
    OnlyForCandidate,
    PositionsFilled,
    StartBlocked,
    StartIsShown,
    StartNotYet,
)

REFUSALS: dict[type[Exception], Sentence] = {
    ApprovalOutOfTurn: say(_l("Veilederen godkjenner til slutt, når de to andre har godkjent.")),
    AgreementChanged: say(_l("Avtalen er endret siden du åpnet siden. Les den på nytt først.")),
    AgreementClosed: say(_l("Avtalen er i gang eller avsluttet og kan ikke endres.")),
    StartNotYet: say(_l("Oppstarten bekreftes den dagen den skjer, ikke før.")),
    StartIsShown: lambda error: _l(
        "En samtale har bekreftet at personen var på plassen %(day)s. Da kan ikke oppstarten tas tilbake.",
        day=written_date(error.day),
    ),
    EndsBeforeStart: say(_l("Siste dag må være mellom oppstarten og i dag.")),
    EndsBeforeTalk: lambda error: _l(
        "En samtale har bekreftet at personen var på plassen %(day)s. Siste dag kan ikke være før det.",
        day=written_date(error.day),
    ),
    FollowUpNotYet: lambda error: _l("Denne samtalen kan registreres fra %(day)s.", day=written_date(error.earliest)),
    AgreementWrong: say(_l("Noe i avtalen er ikke tillatt. Se hva som må rettes.")),
    StartBlocked: lambda error: " ".join(sentences(error.findings)),
    PositionsFilled: say(
        _l("Alle stillingene på denne plassen er tatt. Arbeidsgiveren kan øke antallet på plassen, eller svare nei.")
    ),
    OnlyForCandidate: say(_l("Bare kandidaten kan få noen til å godkjenne for seg.")),
}

PROMISES: dict[str, LazyString | None] = {
    # Points to a row that was made in the same act.
    "agreement_placement_id_unique": None,
    # The service holds the candidate, the proposal or the placement while it looks and writes.
    "one_approval_per_party_and_version": None,
    "one_follow_up_per_week_number": None,
    "one_unfinished_placement_per_candidate_and_opening": None,
    "placement_proposal_id_unique": None,
}
