"""Openings in the situations that tests start from, made by the same services that employers use."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from ground.act import Act
from ground.dates import NORWAY
from matching.catalogue.choices import Adaptation, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.openings import life as openings
from matching.openings.content import OpeningContent, Requirement, WeeklyShift
from matching.records.tables.opening import Opening
from register.organisations.models import Organisation
from register.people.models import User
from tests.factories.register import leader_of, verified_organisation
from tests.support.world import NOON

TODAY = NOON.astimezone(NORWAY).date()


def content(organisation: Organisation, **changes: object) -> OpeningContent:
    """An opening in order: a permanent part-time job in a café. An end is added to kinds that need one."""
    whole = OpeningContent(
        kind=OpeningKind.PERMANENT_JOB,
        workplace_id=organisation.workplaces[0].id,
        title="Medarbeider i kafé",
        summary="Du hjelper til i kafeen sammen med en fast kollega.",
        styrk_code="5246",
        pay="Tariff",
        hours_per_week_min=15.0,
        hours_per_week_max=20.0,
        expires_on=TODAY + timedelta(weeks=4),
        mentor_name="Mari Mentor",
        contact_name="Kari Kontakt",
        contact_phone="22 22 22 22",
        how_to_apply="Ring Kari, eller kom innom.",
        training_company_status=TrainingCompanyStatus.APPROVED,
        tasks=("Rydde bord", "Lage kaffe"),
        requirements=(Requirement("talk_to_people"), Requirement("till", learnable=True)),
        shifts=(
            WeeklyShift(Weekday.MONDAY, time(9), time(14), 30),
            WeeklyShift(Weekday.TUESDAY, time(9), time(14), 30),
        ),
        adaptations=frozenset({Adaptation.ONE_CONTACT, Adaptation.GRADUAL_HOURS}),
    )
    changed = replace(whole, **changes)  # type: ignore[arg-type]  # values are those of the dataclass
    if changed.kind.ends_by_nature and "ends_on" not in changes:
        changed = replace(changed, ends_on=TODAY + timedelta(days=180))
    return changed


def drafted(
    session: Session,
    organisation: Organisation | None = None,
    user: User | None = None,
    *,
    now: datetime = NOON,
    **changes: object,
) -> Opening:
    """A draft with nothing missing, unless the changes take something away."""
    employer = organisation or verified_organisation(session)
    writer = user or leader_of(session, employer)
    return openings.draft(Act(session, writer.id, now), organisation=employer, content=content(employer, **changes))


def published(
    session: Session,
    organisation: Organisation | None = None,
    user: User | None = None,
    *,
    now: datetime = NOON,
    **changes: object,
) -> Opening:
    """An opening that is offered now."""
    opening = drafted(session, organisation, user, now=now, **changes)
    leader = user or leader_of(session, opening.organisation)
    return openings.publish(
        Act(session, leader.id, now), opening, expected_version=opening.version, reason="Avklart med verneombudet."
    )


def day(days: int) -> date:
    """A day so many days from the test's today."""
    return TODAY + timedelta(days=days)


def saturdays(session: Session) -> Opening:
    """A place that a pupil in year 10 may have."""
    shift = WeeklyShift(Weekday.SATURDAY, time(10), time(15), 30)
    return published(session, shifts=(shift,), hours_per_week_min=4.5, hours_per_week_max=4.5)
