"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln

from app.kernel.house import Sentence, say
from app.kernel.language import current_language
from app.words.labels import label
from app.words.numbers import NUMBERS
from certification.cases.errors import (
    AddressNotAllowed,
    AssessmentAlreadyOpen,
    BelongsToEmployer,
    CertifierHasRole,
    DeadlineNotAhead,
    FigureImpossible,
    FileEmpty,
    FileKindNotAllowed,
    FileTooLarge,
    FindingsNeedNotes,
    LevelNotRenewable,
    NotACertifier,
    NotApplicableNotAllowed,
    NotEditable,
    NotInReview,
    NotReadyToSubmit,
    OnlyLeadersSign,
    OrganisationNotVerified,
    OutcomeNotAllowed,
    ProfileReasonMissing,
    TransitionNotAllowed,
)
from certification.decisions.errors import NotADecider, ProposalWaiting, SameDecider

REFUSALS: dict[type[Exception], Sentence] = {
    AssessmentAlreadyOpen: say(_l("Dere har allerede en sertifisering i gang.")),
    LevelNotRenewable: say(_l("Dere har vært på dette nivået før, og det kan ikke fornyes. Velg et høyere nivå.")),
    NotEditable: say(_l("Svarene er sendt inn og kan ikke endres nå.")),
    TransitionNotAllowed: say(
        _l("Saken er kommet videre siden du åpnet siden. Last siden på nytt og se hvor den står.")
    ),
    NotApplicableNotAllowed: say(_l("Dette kriteriet gjelder alle. Velg et annet svar.")),
    FigureImpossible: say(_l("Tallene stemmer ikke. En del kan ikke være større enn det hele.")),
    ProfileReasonMissing: say(_l("Skriv hvorfor dere retter det Enhetsregisteret sier om størrelse eller sektor.")),
    FileTooLarge: say(_l("Filen er for stor. Den kan være på høyst %(most)s MB.", most=NUMBERS.most_megabytes)),
    FileEmpty: say(_l("Filen er tom. Velg en annen.")),
    FileKindNotAllowed: say(
        _l("Denne typen fil tar vi ikke imot. Bruk PDF, PNG, JPEG, Word, OpenDocument eller ren tekst.")
    ),
    AddressNotAllowed: say(_l("Skriv en nettadresse som begynner med https://.")),
    OnlyLeadersSign: say(_l("Bare en leder kan gjøre dette. Har dere ingen, kan du be om å bli det fra oversikten.")),
    NotReadyToSubmit: lambda error: _ln(
        "%(num)s ting må besvares før saken kan sendes inn.",
        "%(num)s ting må besvares før saken kan sendes inn.",
        error.blocking,
    ),
    OrganisationNotVerified: say(
        _l("Enhetsregisteret har ikke bekreftet virksomheten, så dere kan ikke sende inn ennå.")
    ),
    NotACertifier: say(_l("Velg en sertifisør fra listen.")),
    BelongsToEmployer: say(_l("Du har eller har hatt en rolle i virksomheten, og kan ikke behandle saken.")),
    CertifierHasRole: say(_l("Sertifisøren har eller har hatt en rolle i virksomheten og kan ikke ta saken.")),
    NotInReview: say(_l("Saken er ikke til vurdering nå.")),
    DeadlineNotAhead: say(_l("Velg en frist som ligger fram i tid.")),
    FindingsNeedNotes: lambda error: _l(
        "Skriv hva som er galt ved hvert avvik. Det mangler ved %(criteria)s.",
        criteria=", ".join(one.called.get(current_language()) for one in error.criteria),
    ),
    OutcomeNotAllowed: lambda error: _l(
        "Reglene tillater ikke «%(outcome)s» for saken slik den står.", outcome=label(error.outcome)
    ),
    NotADecider: say(_l("Du må ha en rolle som kan gjøre vedtak, og erklære deg habil for å gjøre dette.")),
    ProposalWaiting: say(_l("Det venter allerede et forslag til vedtak i saken.")),
    SameDecider: say(_l("Du foreslo vedtaket selv. En annen må bekrefte det.")),
}

PROMISES: dict[str, LazyString | None] = {
    "one_open_assessment_per_organisation": _l("Dere har allerede en sertifisering i gang."),
    # Points to a row that was made in the same act.
    "evidence_file_id_unique": None,
    # The service holds the case while it looks and writes: whoever is second sees what the first did, and is told
    # so by it. It also tells a proposal that waits from a decision that is final.
    "one_answer_per_criterion": None,
    "one_certifier_per_assessment": None,
    "one_final_decision_per_assessment": None,
    "one_finding_per_criterion": None,
    "one_living_recommendation_per_assessment": None,
    "one_waiting_decision_per_assessment": None,
    "signed_text_key": None,
}
