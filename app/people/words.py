"""What each role means, for whoever is offered it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from register.roles.types import Role

ROLE_MEANS: dict[Role, LazyString] = {
    Role.LEADER: _l("Du kan signere, legge ut plasser og ta imot navn på unge for virksomheten."),
    Role.EMPLOYEE: _l("Du kan forberede plasser og svar for virksomheten."),
    Role.COUNSELLOR: _l("Du ser kontorets kandidater, foreslår plasser for dem og følger dem opp."),
    Role.OFFICE_LEADER: _l("Du gir og tar bort roller på kontoret og ser tall for det. Du ser ingen kandidater."),
    Role.CERTIFIER: _l("Du vurderer saker som fylkeskommunen gir deg."),
    Role.PROGRAMME_LEAD: _l("Du driver ordningen for fylkeskommunen og vedtar saker sammen med en annen."),
    Role.ANALYST: _l("Du følger tallene for jobbene."),
    Role.COUNCIL: _l("Du sitter i fagrådet og vedtar saker sammen med en annen."),
    Role.ADMINISTRATOR: _l(
        "Du foreslår og bekrefter roller sammen med en annen, og holder listen over Nav-kontorer. "
        "Du ser ingen kandidater."
    ),
}
