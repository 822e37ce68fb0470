"""A look at a candidate, written down where it is made: by a counsellor, or by an employer's leader."""

from collections.abc import Sequence

from app.kernel.auth import act
from app.kernel.database import write_down
from matching.disclosures.reads import reads, reads_of_list
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.candidate import Candidate
from register.organisations.models import Organisation
from register.roles.types import Role


def look_at(*candidates: Candidate, purpose: ReadPurpose, what: ReadWhat) -> None:
    """Write down that a counsellor looked at each of these candidates."""
    write_down(*reads(act(), *candidates, role=Role.COUNSELLOR, purpose=purpose, what=what))


def look_at_as_leader(*candidates: Candidate, organisation: Organisation, purpose: ReadPurpose, what: ReadWhat) -> None:
    """Write down that a leader of the employer looked at each of these candidates, who said yes."""
    looks = reads(act(), *candidates, role=Role.LEADER, purpose=purpose, what=what, organisation_id=organisation.id)
    write_down(*looks)


def log_names(candidates: Sequence[Candidate], *, purpose: ReadPurpose) -> None:
    """Write down that a counsellor saw the names in a list."""
    write_down(*reads_of_list(act(), candidates=candidates, role=Role.COUNSELLOR, purpose=purpose))
