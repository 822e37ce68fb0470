"""A sentence for each domain error of the house."""

from collections.abc import Callable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app import labels
from app.kernel.errors.certification_messages import CERTIFICATION_MESSAGES
from app.words.filters import written_date
from ground import errors as ground_errors
from matching.candidates import errors as candidates_errors
from matching.disclosures import errors as disclosures_errors
from matching.openings import errors as openings_errors
from matching.placements import errors as placements_errors
from matching.proposals import errors as proposals_errors
from matching.records import errors as records_errors
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
    records_errors.MoveNotAllowed: _say(_l("Dette er allerede gjort, eller det går ikke lenger. Last siden på nytt.")),
    disclosures_errors.NotDisclosed: _say(_l("Kandidaten deler ikke lenger navnet sitt med dere.")),
    placements_errors.ApprovalOutOfTurn: _say(_l("Veilederen godkjenner til slutt, når de to andre har godkjent.")),
    placements_errors.AgreementClosed: _say(_l("Avtalen er i gang eller avsluttet og kan ikke endres.")),
    placements_errors.StartNotYet: _say(_l("Oppstarten bekreftes den dagen den skjer, ikke før.")),
    placements_errors.EndsBeforeStart: _say(_l("Siste dag må være mellom oppstarten og i dag.")),
    placements_errors.EndsBeforeTalk: lambda error: _l(
        "En samtale har bekreftet at personen var på plassen %(day)s. Siste dag kan ikke være før det.",
        day=written_date(error.day),
    ),
    placements_errors.FollowUpNotYet: lambda error: _l(
        "Denne samtalen kan registreres fra %(day)s.", day=written_date(error.earliest)
    ),
    placements_errors.AgreementWrong: _say(_l("Noe i avtalen er ikke tillatt. Se hva som må rettes.")),
    placements_errors.StartBlocked: _say(_l("Noe mangler i avtalen. Se listen.")),
    placements_errors.PositionsFilled: _say(
        _l("Alle stillingene på denne plassen er tatt. Arbeidsgiveren kan øke antallet på plassen, eller svare nei.")
    ),
    placements_errors.OnlyForCandidate: _say(_l("Bare kandidaten kan få noen til å godkjenne for seg.")),
    candidates_errors.CandidateProtected: _say(_l("Denne personen kan ikke registreres i Plass. Ingenting er lagret.")),
    candidates_errors.OutsideAgeGroup: lambda error: _l(
        "Plass er for unge fra %(lowest)s til %(highest)s år.", lowest=error.lowest, highest=error.highest
    ),
    records_errors.CandidateNotActive: _say(_l("Kandidaten har pause eller deltar ikke lenger.")),
    candidates_errors.NotACounsellorHere: _say(_l("Velg en veileder på kandidatens kontor.")),
    candidates_errors.CodeUnusable: _say(
        _l("Koden virker ikke. Se om du har skrevet den riktig, eller be veilederen din om en ny.")
    ),
    proposals_errors.AlreadyProposed: _say(_l("Plassen er allerede foreslått for denne kandidaten.")),
    proposals_errors.OpeningNotOpen: _say(_l("Plassen er ikke lenger ledig.")),
    proposals_errors.NotLawful: _say(
        _l("Loven tillater ikke at kandidaten har denne plassen slik den er nå. Ta det opp med arbeidsgiveren.")
    ),
    openings_errors.OpeningNotReady: _say(_l("Noe må rettes før plassen kan publiseres. Se listen.")),
    openings_errors.WarningsUnanswered: _say(_l("Skriv hvorfor dette er i orden. Begrunnelsen blir lagret i loggen.")),
    openings_errors.FixedOncePublished: _say(
        _l("Type og arbeidssted kan ikke endres etter at plassen er publisert. Kopier den til et nytt utkast.")
    ),
    candidates_errors.StillPlaced: _say(
        _l("Kandidaten har en avtale eller er i arbeid. Avslutt den plasseringen først.")
    ),
    proposals_errors.ReasonNeeded: _say(_l("Skriv hvorfor du foreslår plassen selv om noe taler mot den.")),
}
