"""What an event in the count says of the place: read when the event happens, frozen with it."""

from datetime import date

from sqlalchemy.orm import Session

from certification.api import is_certified
from matching.catalogue.kinds import OpeningKind
from matching.progress.events import JobPlace
from matching.records.tables.opening import Opening


def job_place_of(session: Session, opening: Opening, kind: OpeningKind, on: date) -> JobPlace:
    """The place of an event: workplace, employer, municipality, sector, and whether the employer was certified then."""
    organisation = opening.organisation
    return JobPlace(
        workplace_id=opening.workplace_id,
        organisation_id=organisation.id,
        opening_kind=kind,
        municipality_number=opening.workplace.municipality_number or organisation.municipality_number,
        sector=organisation.sector,
        certified=is_certified(session, organisation.id, on),
    )
