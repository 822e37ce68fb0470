"""A sentence for each domain error of the house."""

from collections.abc import Callable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app import labels
from app.errors.certification_messages import CERTIFICATION_MESSAGES
from app.filters import written_date
from ground import errors as ground_errors
from matching import errors as matching
from register.joining import errors as joining_errors
from register.organisations import errors as organisations_errors
from register.roles import errors as roles_errors

Sentence = Callable[[Any], LazyString | str]


def _say(text: LazyString) -> Sentence:
    return lambda _error: text


DOMAIN_MESSAGES: dict[type[Exception], Sentence] = {
    **CERTIFICATION_MESSAGES,
    ground_errors.EditedMeanwhile: _say(
        _l("Noen andre har lagret endringer etter at du åpnet siden. Se hva som er nytt, og lagre på nytt.")
    ),
    organisations_errors.InvalidOrganisationNumber: _say(
        _l("Organisasjonsnummeret stemmer ikke. Det skal ha ni sifre, og kontrollsifferet må passe.")
    ),
    joining_errors.AlreadyRegistered: _say(
        _l("Virksomheten er allerede registrert. Be en leder hos dere om å invitere deg.")
    ),
    joining_errors.RegistrationRefused: lambda error: labels.label(error.reason),
    joining_errors.NotVerified: _say(
        _l("Enhetsregisteret har ikke bekreftet virksomheten ennå. Vi spør på nytt av oss selv.")
    ),
    joining_errors.CodeWrong: _say(_l("Koden stemmer ikke, eller den er for gammel.")),
    joining_errors.TooManyAttempts: _say(
        _l("Koden er prøvd for mange ganger og virker ikke lenger. Be fylkeskommunen om en ny.")
    ),
    joining_errors.NotWaitingForAuthority: _say(_l("Denne forespørselen er allerede besvart.")),
    joining_errors.AddressMissing: _say(
        _l("Virksomheten har ingen adresse i Enhetsregisteret som et brev kan sendes til.")
    ),
    ground_errors.ReasonMissing: _say(_l("Skriv en begrunnelse. Den blir lagret i loggen.")),
    roles_errors.LastLeader: _say(_l("Virksomheten må ha minst én leder. Gi en annen rollen først.")),
    roles_errors.LastAdministrator: _say(_l("Plass må ha minst én administrator. Gi en annen rollen først.")),
    organisations_errors.OfficeNumberTaken: _say(_l("Det finnes allerede et kontor med dette nummeret.")),
    roles_errors.RoleScopeWrong: _say(_l("Rollen passer ikke til virksomheten eller kontoret som er valgt.")),
    joining_errors.AlreadyColleague: _say(_l("Personen har allerede tilgang. Endre rollen i listen over kolleger.")),
    roles_errors.AlreadyHasRole: _say(_l("Personen har denne rollen allerede.")),
    matching.MoveNotAllowed: _say(_l("Dette er allerede gjort, eller det går ikke lenger. Last siden på nytt.")),
    matching.NotDisclosed: _say(_l("Kandidaten deler ikke lenger navnet sitt med dere.")),
    matching.ApprovalOutOfTurn: _say(_l("Veilederen godkjenner til slutt, når de to andre har godkjent.")),
    matching.AgreementClosed: _say(_l("Avtalen er i gang eller avsluttet og kan ikke endres.")),
    matching.StartNotYet: _say(_l("Oppstarten bekreftes den dagen den skjer, ikke før.")),
    matching.EndsBeforeStart: _say(_l("Siste dag må være mellom oppstarten og i dag.")),
    matching.EndsBeforeTalk: lambda error: _l(
        "En samtale har bekreftet at personen var på plassen %(day)s. Siste dag kan ikke være før det.",
        day=written_date(error.day),
    ),
    matching.FollowUpNotYet: lambda error: _l(
        "Denne samtalen kan registreres fra %(day)s.", day=written_date(error.earliest)
    ),
    matching.AgreementWrong: _say(_l("Noe i avtalen er ikke tillatt. Se hva som må rettes.")),
    matching.StartBlocked: _say(_l("Noe mangler i avtalen. Se listen.")),
    matching.PositionsFilled: _say(
        _l("Alle stillingene på denne plassen er tatt. Arbeidsgiveren kan øke antallet på plassen, eller svare nei.")
    ),
    matching.OnlyForCandidate: _say(_l("Bare kandidaten kan få noen til å godkjenne for seg.")),
    matching.CandidateProtected: _say(_l("Denne personen kan ikke registreres i Plass. Ingenting er lagret.")),
    matching.OutsideAgeGroup: lambda error: _l(
        "Plass er for unge fra %(lowest)s til %(highest)s år.", lowest=error.lowest, highest=error.highest
    ),
    matching.CandidateNotActive: _say(_l("Kandidaten har pause eller deltar ikke lenger.")),
    matching.NotACounsellorHere: _say(_l("Velg en veileder på kandidatens kontor.")),
    matching.CodeUnusable: _say(
        _l("Koden virker ikke. Se om du har skrevet den riktig, eller be veilederen din om en ny.")
    ),
    matching.AlreadyProposed: _say(_l("Plassen er allerede foreslått for denne kandidaten.")),
    matching.OpeningNotOpen: _say(_l("Plassen er ikke lenger ledig.")),
    matching.NotLawful: _say(
        _l("Loven tillater ikke at kandidaten har denne plassen slik den er nå. Ta det opp med arbeidsgiveren.")
    ),
    matching.OpeningNotReady: _say(_l("Noe må rettes før plassen kan publiseres. Se listen.")),
    matching.WarningsUnanswered: _say(_l("Skriv hvorfor dette er i orden. Begrunnelsen blir lagret i loggen.")),
    matching.FixedOncePublished: _say(
        _l("Type og arbeidssted kan ikke endres etter at plassen er publisert. Kopier den til et nytt utkast.")
    ),
    matching.StillPlaced: _say(_l("Kandidaten har en avtale eller er i arbeid. Avslutt den plasseringen først.")),
    matching.ReasonNeeded: _say(_l("Skriv hvorfor du foreslår plassen selv om noe taler mot den.")),
}
