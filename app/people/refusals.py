"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from app.kernel.translate import _
from app.words.filters import label
from register.joining.errors import AlreadyColleague, AlreadyInvited, InvitationOver
from register.people.errors import NoMailbox
from register.roles.errors import (
    AlreadyHasRole,
    AlreadyProposed,
    Excluded,
    GiverIsGone,
    LastAdministrator,
    LastLeader,
    NotForOneself,
    NotTheirsToGive,
    OfficeHasLeader,
    ProposalAnswered,
    RoleScopeWrong,
    UserIsClosed,
    UserIsOpen,
)
from register.roles.types import RoleProposalState

REFUSALS: dict[type[Exception], Sentence] = {
    LastLeader: say(_l("Virksomheten må ha minst én leder. En kollega må få rollen først.")),
    LastAdministrator: say(
        _l(
            "Plass må ha minst én administrator. Be dem som drifter Plass om å lage en til først, "
            "med kommandoen «flask --app wsgi admin create»."
        )
    ),
    RoleScopeWrong: say(_l("Rollen passer ikke til virksomheten eller kontoret som er valgt.")),
    AlreadyColleague: say(_l("Personen har allerede tilgang. Endre rollen i listen over kolleger.")),
    AlreadyInvited: say(
        _l("Denne adressen er invitert allerede. Trekk invitasjonen i listen over kolleger hvis noe skal endres.")
    ),
    InvitationOver: say(_l("Invitasjonen gjelder ikke lenger. Den er besvart eller trukket.")),
    NoMailbox: say(_l("Skriv en e-postadresse, for eksempel navn@eksempel.no.")),
    Excluded: lambda error: _(
        "Ingen kan ha rollene «%(held)s» og «%(wanted)s» samtidig. Den ene må tas bort før den andre kan gis.",
        held=label(error.held),
        wanted=label(error.wanted),
    ),
    NotForOneself: say(_l("Ingen gir, foreslår eller bekrefter noe for seg selv. En annen må gjøre det.")),
    NotTheirsToGive: say(_l("Du kan ikke gi denne rollen.")),
    OfficeHasLeader: say(_l("Kontoret har en leder, og lederen gir rollene der. Fylkeskommunen gir ingen roller der.")),
    GiverIsGone: say(
        _l("Den som foreslo eller bekreftet dette, kan ikke lenger gi roller. Det må foreslås på nytt av en som kan.")
    ),
    UserIsClosed: say(_l("Brukeren er stengt. Foreslå først å åpne brukeren igjen.")),
    UserIsOpen: say(_l("Brukeren er ikke stengt.")),
    AlreadyProposed: say(_l("Det samme er foreslått allerede og venter på svar.")),
    ProposalAnswered: lambda error: ANSWERED[error.state],
    AlreadyHasRole: say(_l("Personen har denne rollen allerede.")),
}

ANSWERED: dict[RoleProposalState, LazyString] = {
    RoleProposalState.PROPOSED: _l("Dette er ikke bekreftet ennå."),
    RoleProposalState.OFFERED: _l("En annen har bekreftet forslaget allerede. Nå venter det på svar fra personen."),
    RoleProposalState.ACCEPTED: _l("Personen har tatt imot allerede."),
    RoleProposalState.DECLINED: _l("Personen har takket nei."),
    RoleProposalState.REFUSED: _l("En annen har avslått forslaget allerede."),
    RoleProposalState.WITHDRAWN: _l("Den som foreslo dette, har trukket det."),
    RoleProposalState.LAPSED: _l("Fristen er ute, så dette gjelder ikke lenger. Det må foreslås på nytt."),
}
"""How it stands, told to whoever comes too late or too early."""

PROMISES: dict[str, LazyString | None] = {
    "user_account_email_unique": _l("E-postadressen ble tatt i bruk i samme øyeblikk. Prøv igjen."),
    "one_living_employer_role_per_organisation": _l(
        "Personen har allerede en rolle i virksomheten. Last siden på nytt og se hvilken."
    ),
    "one_open_invitation_per_address_and_organisation": _l("Denne adressen ble invitert i samme øyeblikk."),
    "one_living_role_of_each_kind_per_office": _l("Personen har denne rollen på kontoret allerede."),
    "one_open_first_leader_per_office": _l("Noen har nettopp foreslått en leder for kontoret."),
    "role_proposal_grant_id_unique": None,  # a role is made for one proposal, in the same act
    "one_living_role_of_each_other_kind": _l("Personen har denne rollen allerede."),
}
