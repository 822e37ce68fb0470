"""A sentence for each thing the certification refuses."""

from collections.abc import Callable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln

from app import labels
from certification import errors

Sentence = Callable[[Any], LazyString | str]


def _say(text: LazyString) -> Sentence:
    return lambda _error: text


CERTIFICATION_MESSAGES: dict[type[Exception], Sentence] = {
    errors.EditionLocked: _say(_l("Utgaven er publisert og kan ikke endres. Gi den endrede teksten et nytt nummer.")),
    errors.NoPublishedEdition: _say(_l("Det er ikke publisert noen kriterier ennå.")),
    errors.AssessmentAlreadyOpen: _say(_l("Dere har allerede en sak i gang.")),
    errors.LevelNotRenewable: _say(
        _l("Dere har vært på dette nivået før, og det kan ikke fornyes. Velg et høyere nivå.")
    ),
    errors.NotEditable: _say(_l("Saken er sendt inn og kan ikke endres nå.")),
    errors.TransitionNotAllowed: _say(
        _l("Saken er kommet videre siden du åpnet siden. Last siden på nytt og se hvor den står.")
    ),
    errors.NotApplicableNotAllowed: _say(_l("Dette kriteriet gjelder alle. Velg et annet svar.")),
    errors.FigureImpossible: _say(_l("Tallene stemmer ikke. En del kan ikke være større enn det hele.")),
    errors.ProfileReasonMissing: _say(
        _l("Skriv hvorfor dere retter det Enhetsregisteret sier om størrelse eller sektor.")
    ),
    errors.FileTooLarge: _say(_l("Filen er for stor. Den kan være på høyst 10 MB.")),
    errors.FileEmpty: _say(_l("Filen er tom. Velg en annen.")),
    errors.FileKindNotAllowed: _say(
        _l("Denne typen fil tar vi ikke imot. Bruk PDF, PNG, JPEG, Word, OpenDocument eller ren tekst.")
    ),
    errors.AddressNotAllowed: _say(_l("Skriv en nettadresse som begynner med https://.")),
    errors.OnlyLeadersSign: _say(_l("Bare en leder i virksomheten kan gjøre dette.")),
    errors.NotReadyToSubmit: lambda error: _ln(
        "%(num)s ting må besvares før saken kan sendes inn.",
        "%(num)s ting må besvares før saken kan sendes inn.",
        error.blocking,
    ),
    errors.OrganisationNotVerified: _say(
        _l("Enhetsregisteret har ikke bekreftet virksomheten, så saken kan ikke sendes inn ennå.")
    ),
    errors.NotACertifier: _say(_l("Velg en sertifisør fra listen.")),
    errors.CertifierHasRole: _say(_l("Sertifisøren har eller har hatt en rolle i virksomheten og kan ikke ta saken.")),
    errors.NotInReview: _say(_l("Saken er ikke til vurdering nå.")),
    errors.DeadlineNotAhead: _say(_l("Velg en frist som ligger fram i tid.")),
    errors.FindingsNeedNotes: lambda error: _l(
        "Skriv hva som er galt ved hvert avvik. Det mangler ved %(criteria)s.",
        criteria=", ".join(error.criterion_ids),
    ),
    errors.OutcomeNotAllowed: lambda error: _l(
        "Reglene tillater ikke «%(outcome)s» for saken slik den står.", outcome=labels.label(error.outcome)
    ),
    errors.NotADecider: _say(_l("Du må ha en rolle som kan gjøre vedtak, og erklære deg habil for å gjøre dette.")),
    errors.ProposalWaiting: _say(_l("Det venter allerede et forslag til vedtak i saken.")),
    errors.SameDecider: _say(_l("Du foreslo vedtaket selv. En annen må bekrefte det.")),
    errors.CertificateNotValid: _say(
        _l("Sertifikatet er endret siden du åpnet siden. Last siden på nytt og se hvordan det står.")
    ),
    errors.ReportNotDue: _say(_l("Det ventes ingen årsrapport nå.")),
    errors.SignUpRefused: lambda error: labels.label(error.reason),
    errors.AlreadySignedUp: _say(_l("Du er påmeldt fra før, for en annen virksomhet.")),
    errors.GatheringRefused: lambda error: _l(
        "Dette går ikke lenger. Samlingen står som «%(state)s».", state=labels.label(error.state)
    ),
    errors.GatheringImpossible: _say(
        _l("Samlingen må ligge fram i tid, begynne før den slutter og ha et sted eller en lenke.")
    ),
    errors.CapacityTooSmall: lambda error: _ln(
        "%(num)s person er påmeldt. Det må være plass til så mange.",
        "%(num)s personer er påmeldt. Det må være plass til så mange.",
        error.taken,
    ),
}
