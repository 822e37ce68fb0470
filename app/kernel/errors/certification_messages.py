"""A sentence for each thing the certification refuses."""

from collections.abc import Callable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln

from app import labels
from certification.cases import errors as cases_errors
from certification.certificates import errors as certificates_errors
from certification.criteria import errors as criteria_errors
from certification.decisions import errors as decisions_errors
from certification.network import errors as network_errors

Sentence = Callable[[Any], LazyString | str]


def _say(text: LazyString) -> Sentence:
    return lambda _error: text


CERTIFICATION_MESSAGES: dict[type[Exception], Sentence] = {
    criteria_errors.EditionLocked: _say(
        _l("Utgaven er publisert og kan ikke endres. Gi den endrede teksten et nytt nummer.")
    ),
    criteria_errors.NoPublishedEdition: _say(_l("Det er ikke publisert noen kriterier ennå.")),
    cases_errors.AssessmentAlreadyOpen: _say(_l("Dere har allerede en sak i gang.")),
    cases_errors.LevelNotRenewable: _say(
        _l("Dere har vært på dette nivået før, og det kan ikke fornyes. Velg et høyere nivå.")
    ),
    cases_errors.NotEditable: _say(_l("Saken er sendt inn og kan ikke endres nå.")),
    cases_errors.TransitionNotAllowed: _say(
        _l("Saken er kommet videre siden du åpnet siden. Last siden på nytt og se hvor den står.")
    ),
    cases_errors.NotApplicableNotAllowed: _say(_l("Dette kriteriet gjelder alle. Velg et annet svar.")),
    cases_errors.FigureImpossible: _say(_l("Tallene stemmer ikke. En del kan ikke være større enn det hele.")),
    cases_errors.ProfileReasonMissing: _say(
        _l("Skriv hvorfor dere retter det Enhetsregisteret sier om størrelse eller sektor.")
    ),
    cases_errors.FileTooLarge: _say(_l("Filen er for stor. Den kan være på høyst 10 MB.")),
    cases_errors.FileEmpty: _say(_l("Filen er tom. Velg en annen.")),
    cases_errors.FileKindNotAllowed: _say(
        _l("Denne typen fil tar vi ikke imot. Bruk PDF, PNG, JPEG, Word, OpenDocument eller ren tekst.")
    ),
    cases_errors.AddressNotAllowed: _say(_l("Skriv en nettadresse som begynner med https://.")),
    cases_errors.OnlyLeadersSign: _say(_l("Bare en leder i virksomheten kan gjøre dette.")),
    cases_errors.NotReadyToSubmit: lambda error: _ln(
        "%(num)s ting må besvares før saken kan sendes inn.",
        "%(num)s ting må besvares før saken kan sendes inn.",
        error.blocking,
    ),
    cases_errors.OrganisationNotVerified: _say(
        _l("Enhetsregisteret har ikke bekreftet virksomheten, så saken kan ikke sendes inn ennå.")
    ),
    cases_errors.NotACertifier: _say(_l("Velg en sertifisør fra listen.")),
    cases_errors.CertifierHasRole: _say(
        _l("Sertifisøren har eller har hatt en rolle i virksomheten og kan ikke ta saken.")
    ),
    cases_errors.NotInReview: _say(_l("Saken er ikke til vurdering nå.")),
    cases_errors.DeadlineNotAhead: _say(_l("Velg en frist som ligger fram i tid.")),
    cases_errors.FindingsNeedNotes: lambda error: _l(
        "Skriv hva som er galt ved hvert avvik. Det mangler ved %(criteria)s.",
        criteria=", ".join(error.criterion_ids),
    ),
    cases_errors.OutcomeNotAllowed: lambda error: _l(
        "Reglene tillater ikke «%(outcome)s» for saken slik den står.", outcome=labels.label(error.outcome)
    ),
    decisions_errors.NotADecider: _say(
        _l("Du må ha en rolle som kan gjøre vedtak, og erklære deg habil for å gjøre dette.")
    ),
    decisions_errors.ProposalWaiting: _say(_l("Det venter allerede et forslag til vedtak i saken.")),
    decisions_errors.SameDecider: _say(_l("Du foreslo vedtaket selv. En annen må bekrefte det.")),
    certificates_errors.CertificateNotValid: _say(
        _l("Sertifikatet er endret siden du åpnet siden. Last siden på nytt og se hvordan det står.")
    ),
    certificates_errors.ReportNotDue: _say(_l("Det ventes ingen årsrapport nå.")),
    network_errors.SignUpRefused: lambda error: labels.label(error.reason),
    network_errors.AlreadySignedUp: _say(_l("Du er påmeldt fra før, for en annen virksomhet.")),
    network_errors.GatheringRefused: lambda error: _l(
        "Dette går ikke lenger. Samlingen står som «%(state)s».", state=labels.label(error.state)
    ),
    network_errors.GatheringImpossible: _say(
        _l("Samlingen må ligge fram i tid, begynne før den slutter og ha et sted eller en lenke.")
    ),
    network_errors.CapacityTooSmall: lambda error: _ln(
        "%(num)s person er påmeldt. Det må være plass til så mange.",
        "%(num)s personer er påmeldt. Det må være plass til så mange.",
        error.taken,
    ),
}
