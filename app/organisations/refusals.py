"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from app.words.filters import in_words
from app.words.labels import label
from register.joining.errors import (
    AccessAnswered,
    AddressMissing,
    AlreadyLeader,
    AlreadyRegistered,
    AskedTooOften,
    AskersOwn,
    CodeWrong,
    NotVerified,
    NotWaitingForAuthority,
    RegistrationRefused,
    SecondYesNeeded,
    TooManyAttempts,
)
from register.organisations.errors import InvalidOrganisationNumber, OfficeNumberTaken

REFUSALS: dict[type[Exception], Sentence] = {
    InvalidOrganisationNumber: say(
        _l(
            "Nummeret stemmer ikke. Sjekk at alle de ni sifrene er riktige. "
            "Du finner organisasjonsnummeret på brreg.no."
        )
    ),
    AlreadyRegistered: say(_l("Virksomheten er allerede registrert i Plass. Du kan be om tilgang nedenfor.")),
    AskedTooOften: lambda error: (
        _("Du har bedt om tilgang %(times)s ganger det siste døgnet. Prøv igjen i morgen.", times=in_words(error.times))
        if error.days == 1
        else _(
            "Du har bedt om tilgang her %(times)s ganger de siste %(days)s dagene. Snakk med noen i virksomheten.",
            times=in_words(error.times),
            days=error.days,
        )
    ),
    AccessAnswered: say(_l("Denne forespørselen er allerede besvart eller trukket.")),
    AskersOwn: say(_l("Du kan ikke svare på din egen forespørsel. Det må en annen administrator gjøre.")),
    SecondYesNeeded: say(_l("Du har sagt ja allerede. Nå må en annen administrator gjøre det samme.")),
    RegistrationRefused: lambda error: label(error.reason),
    NotVerified: say(_l("Enhetsregisteret har ikke bekreftet virksomheten ennå. Vi spør på nytt av oss selv.")),
    CodeWrong: say(_l("Koden stemmer ikke, eller den er for gammel.")),
    TooManyAttempts: say(_l("Koden er prøvd for mange ganger og virker ikke lenger. Be fylkeskommunen om en ny.")),
    NotWaitingForAuthority: say(_l("Denne forespørselen er allerede besvart.")),
    AlreadyLeader: say(_l("Du er allerede leder for virksomheten.")),
    AddressMissing: say(_l("Virksomheten har ingen adresse i Enhetsregisteret som et brev kan sendes til.")),
    OfficeNumberTaken: say(_l("Det finnes allerede et kontor med dette nummeret.")),
}

PROMISES: dict[str, LazyString | None] = {
    "organisation_orgnr_unique": _l("Virksomheten er allerede registrert i Plass."),
    "workplace_orgnr_unique": _l("Et av arbeidsstedene ble registrert av noen andre i samme øyeblikk. Prøv igjen."),
    "awaited_answer_organisation_id_unique": None,
    "branch_orgnr_unique": None,
    "tree_reading_key": _l("Noen andre ba om arbeidsstedene i samme øyeblikk. De hentes nå."),
    "nav_office_number_unique": _l("Det finnes allerede et kontor med dette nummeret."),
    "one_open_authority_request_per_person_and_organisation": _l(
        "Du har allerede bedt om å bli leder. Du får en e-post når det er avgjort."
    ),
    "one_open_access_request_per_person_and_organisation": _l(
        "Du har allerede bedt om tilgang. Du får en e-post når det er avgjort."
    ),
}
