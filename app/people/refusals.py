"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from register.joining.errors import AlreadyColleague, AlreadyInvited, InvitationOver
from register.people.errors import NoMailbox
from register.roles.errors import AlreadyHasRole, LastAdministrator, LastLeader, RoleScopeWrong

REFUSALS: dict[type[Exception], Sentence] = {
    LastLeader: say(_l("Virksomheten må ha minst én leder. Gi en kollega rollen først, eller inviter en.")),
    LastAdministrator: say(_l("Plass må ha minst én administrator. Gi en annen rollen først.")),
    RoleScopeWrong: say(_l("Rollen passer ikke til virksomheten eller kontoret som er valgt.")),
    AlreadyColleague: say(_l("Personen har allerede tilgang. Endre rollen i listen over kolleger.")),
    AlreadyInvited: say(
        _l("Denne adressen er invitert allerede. Trekk invitasjonen i listen over kolleger hvis noe skal endres.")
    ),
    InvitationOver: say(_l("Invitasjonen gjelder ikke lenger. Den er besvart eller trukket.")),
    NoMailbox: say(_l("Skriv en e-postadresse, for eksempel navn@eksempel.no.")),
    AlreadyHasRole: say(_l("Personen har denne rollen allerede.")),
}

PROMISES: dict[str, LazyString | None] = {
    "user_account_email_unique": _l("E-postadressen ble tatt i bruk i samme øyeblikk. Prøv igjen."),
    "one_living_employer_role_per_organisation": _l(
        "Personen har allerede en rolle i virksomheten. Last siden på nytt og se hvilken."
    ),
    "one_open_invitation_per_address_and_organisation": _l("Denne adressen ble invitert i samme øyeblikk."),
    "one_living_counsellor_role_per_office": _l("Personen er allerede veileder på kontoret."),
    "one_living_role_of_each_other_kind": _l("Personen har denne rollen allerede."),
}
