"""The demo's people: fictional, one for each thing that a person can do in Plass."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.words.filters import JOBS_GOAL

DOMAIN = "demo.plass.example"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to sign in as."""

    key: str
    name: str
    comes_to: LazyString

    @property
    def email(self) -> str:
        """The person's address in the demo."""
        return f"{self.key}@{DOMAIN}"


LEADER = DemoPerson(
    "leder",
    "Ingrid Solberg",
    _l("Leder i Granlia Bakeri: legger ut plasser, signerer sertifiseringen og møter unge som har sagt ja"),
)
EMPLOYEE = DemoPerson("medarbeider", "Jonas Haugen", _l("Medarbeider i Granlia Bakeri: forbereder plasser og svar"))
NEWCOMER = DemoPerson("ny", "Amina Yusuf", _l("Ny i Plass: registrerer virksomheten sin"))
CANDIDATE = DemoPerson(
    "kandidat",
    "Sindre",
    _l("Kandidat, 17 år: svarer på forslag og bestemmer hvem som får vite navnet"),
)
COUNSELLOR = DemoPerson(
    "veileder",
    "Vera Lund",
    _l("Veileder ved Nav Lillestrøm: finner plasser, foreslår og følger opp"),
)
CERTIFIER = DemoPerson("sertifisor", "Nils Berg", _l("Sertifisør: vurderer saker fylkeskommunen har tildelt"))
PROGRAMME_LEAD = DemoPerson(
    "programleder",
    "Hanne Moen",
    _l("Programleder i fylkeskommunen: bekrefter ledere, tildeler saker, vedtar"),
)
COUNCIL = DemoPerson("fagrad", "Olav Strand", _l("Medlem av fagrådet: vedtar sammen med en annen"))
ANALYST = DemoPerson(
    "analytiker", "Mari Dahl", _l("Analytiker i fylkeskommunen: følger de %(goal)s jobbene", goal=JOBS_GOAL)
)
OFFICE_LEADER = DemoPerson(
    "kontorleder",
    "Tuva Rognan",
    _l("Kontorleder ved Nav Lillestrøm: gir og tar bort roller der, og ser ingen kandidater"),
)
ADMINISTRATOR = DemoPerson(
    "administrator",
    "Per Vik",
    _l("Administrator: foreslår og bekrefter roller sammen med en annen, holder listen over kontorer"),
)
SECOND_ADMINISTRATOR = DemoPerson(
    "administrator2",
    "Siv Holte",
    _l("Den andre administratoren: har et forslag som venter på at noen bekrefter"),
)

PEOPLE = (
    LEADER,
    EMPLOYEE,
    NEWCOMER,
    CANDIDATE,
    COUNSELLOR,
    OFFICE_LEADER,
    CERTIFIER,
    PROGRAMME_LEAD,
    COUNCIL,
    ANALYST,
    ADMINISTRATOR,
    SECOND_ADMINISTRATOR,
)


def demo_person(key: str) -> DemoPerson | None:
    """The demo person with a key."""
    return next((person for person in PEOPLE if person.key == key), None)
