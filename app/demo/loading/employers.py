"""The demo's employers register, have a leader confirmed, and post places through the year and a half."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from app.demo import people as demo
from app.demo.fiction import WEEKDAYS, Employer, Template, employers, names, numbered_units, templates, workplaces_below
from app.demo.loading.people import Staff, demo_address
from app.demo.loading.timeline import Timeline
from ground.act import Act
from matching.catalogue.choices import TaskCategory, TrainingCompanyStatus
from matching.catalogue.kinds import OpeningKind
from matching.openings import life as openings
from matching.openings.content import OpeningContent, Requirement, WeeklyShift
from matching.records.tables.opening import Opening
from register.joining import authority, registration, tree
from register.joining.colleagues import accept, invite_colleague
from register.organisations.business_register import RegisteredUnit
from register.organisations.models import Organisation, Workplace
from register.organisations.queries import open_workplaces
from register.organisations.types import Sector
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.types import Role

PLACES = 150
SHOWN_DAYS = 120
SUMMER_JOBS_POSTED_IN = range(2, 6)
TITLE_STARTS = {
    OpeningKind.APPRENTICE: "Lærling",
    OpeningKind.TRAINING_CANDIDATE: "Lærekandidat",
    OpeningKind.PRACTICE_CERTIFICATE: "Praksisbrevkandidat",
}
REASON = "Bekreftet på telefon med sentralbordet."


@dataclass
class DemoEmployer:
    """An employer that is in Plass by now."""

    fiction: Employer
    organisation: Organisation
    leader: User


WhenConfirmed = Callable[[DemoEmployer], None]


@dataclass
class Employers:
    """All employers, as they come."""

    timeline: Timeline
    staff: Staff
    known: list[DemoEmployer] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    _posted: int = 0

    def plan(self, when_confirmed: WhenConfirmed) -> None:
        """Spread the registrations over the first year; the demo's own employer and the oldest cases come first."""
        for index, (fiction, unit) in enumerate(numbered_units().values()):
            if fiction not in employers():
                continue
            early = fiction.case in ("approved", "expiring", "withdrawn_certificate", "underveis")
            offset = index * 2 if early else 30 + index * 9
            day = self.timeline.first_day + timedelta(days=offset)
            if fiction.case == "expiring":
                day = self.timeline.today - timedelta(days=31 * 31)
            self.timeline.at(day, partial(self._register, fiction, unit, index, when_confirmed))

    def _register(self, fiction: Employer, unit: RegisteredUnit, index: int, when_confirmed: WhenConfirmed) -> None:
        session, now = self.timeline.session, self.timeline.now
        own = index == 0
        name = demo.LEADER.name if own else names().leaders[index]
        address = demo.LEADER.email if own else demo_address(name)
        person = find_or_create_user(Act(session, None, now), email=address, name=name)
        organisation = registration.register_organisation(
            Act(session, person.id, now), typed_number=unit.orgnr, answer=unit
        )
        tree.take_all(Act(session, None, now), organisation, workplaces_below(unit.orgnr))
        organisation.belongs_to_county = fiction.belongs_to_county
        request = authority.request_authority(
            Act(session, person.id, now), organisation=organisation, position="Daglig leder"
        )
        employer = DemoEmployer(fiction, organisation, person)
        if index < len(employers()) - 2:  # the newest two still wait for the county
            pause = self.timeline.between(2, 6)
            self.timeline.after(pause, partial(self._confirm, employer, request.id, when_confirmed))

    def _confirm(self, employer: DemoEmployer, request_id: uuid.UUID, when_confirmed: WhenConfirmed) -> None:
        session, now = self.timeline.session, self.timeline.now
        authority.confirm_by_officer(
            Act(session, self.staff.programme_lead.id, now), request_id=request_id, reason=REASON
        )
        if employer.fiction is employers()[0]:
            invitation = invite_colleague(
                Act(session, employer.leader.id, now),
                organisation=employer.organisation,
                email=demo.EMPLOYEE.email,
                name=demo.EMPLOYEE.name,
                role=Role.EMPLOYEE,
            )
            colleague = find_or_create_user(Act(session, None, now), email=demo.EMPLOYEE.email, name=demo.EMPLOYEE.name)
            accept(Act(session, colleague.id, now), invitation_id=invitation.id)
        self.known.append(employer)
        self._plan_places(employer)
        when_confirmed(employer)

    def _plan_places(self, employer: DemoEmployer) -> None:
        """About four places for each employer, half of them in the last months, so that there is much to find today."""
        timeline = self.timeline
        days_left = (timeline.today - timeline.day).days
        for number in range(4):
            template = templates()[employer.fiction.offers[number % len(employer.fiction.offers)]]
            recent = number % 2 == 0
            latest = min(days_left, 100) if recent else days_left
            ago = timeline.between(1, max(1, latest))
            timeline.at(
                max(timeline.today - timedelta(days=ago), timeline.day),
                partial(self._post, employer, template, number),
            )

    def _post(self, employer: DemoEmployer, template: Template, number: int) -> None:
        timeline, session = self.timeline, self.timeline.session
        if self._posted >= PLACES:
            return
        self._posted += 1
        workplaces = open_workplaces(session, employer.organisation.id)
        kind = _kind_for(template, number, timeline.day)
        content = content_for(employer, template, kind, workplaces[number % len(workplaces)], timeline)
        opening = openings.draft(
            Act(session, employer.leader.id, timeline.now), organisation=employer.organisation, content=content
        )
        if timeline.happens(0.05):
            return  # some drafts are never finished
        openings.publish(
            Act(session, employer.leader.id, timeline.now),
            opening,
            expected_version=opening.version,
            reason="Oppgavene gjør det nødvendig.",
        )
        self.openings.append(opening)
        if timeline.happens(0.08):
            timeline.after(
                timeline.between(20, 60),
                lambda: openings.close(Act(session, employer.leader.id, timeline.now), opening),
            )


def content_for(
    employer: DemoEmployer, template: Template, kind: OpeningKind, workplace: Workplace, timeline: Timeline
) -> OpeningContent:
    """What the employer writes."""
    starts_at, ends_at = template.hours
    days = template.shifts[0]
    minutes = (ends_at.hour - starts_at.hour) * 60 + ends_at.minute - starts_at.minute - template.shifts[3]
    weekly = minutes / 60 * len(days)
    starts_on = timeline.day + timedelta(days=timeline.between(10, 40))
    if kind is OpeningKind.SUMMER_JOB:
        starts_on = date(timeline.day.year, 6, 22)
    lasts = 60 if kind is OpeningKind.SUMMER_JOB else 240
    return OpeningContent(
        kind=kind,
        workplace_id=workplace.id,
        title=_title_for(template, kind),
        summary=template.summary,
        styrk_code=template.styrk,
        pay=template.pay if kind.paid else "",
        hours_per_week_min=max(4.0, round(weekly / 2)),
        hours_per_week_max=float(round(weekly * 2) / 2),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=lasts) if kind.ends_by_nature else None,
        expires_on=timeline.day + timedelta(days=SHOWN_DAYS),
        positions=timeline.chance.choice((1, 1, 1, 2, 2, 3)),
        police_certificate=template.police,
        mentor_name=timeline.chance.choice(("Tove", "Arild", "Samira", "Kjetil", "Wenche", "Bilal")),
        contact_name=employer.leader.name,
        contact_email=employer.leader.email or "",
        contact_phone="22 00 00 00",
        how_to_apply="Ring eller send en kort e-post. Du trenger ikke CV.",
        measure7_category=_category(employer, timeline),
        training_company_status=(
            TrainingCompanyStatus.APPROVED if kind.needs_training_contract else TrainingCompanyStatus.NONE
        ),
        tasks=template.tasks,
        requirements=(
            *(Requirement(code) for code in template.must),
            *(Requirement(code, learnable=True) for code in template.learn),
        ),
        shifts=tuple(WeeklyShift(WEEKDAYS[day], starts_at, ends_at, template.shifts[3]) for day in days),
        adaptations=template.adaptations,
    )


def _category(employer: DemoEmployer, timeline: Timeline) -> TaskCategory | None:
    return timeline.chance.choice(list(TaskCategory)) if employer.fiction.sector is Sector.PUBLIC else None


def _kind_for(template: Template, number: int, day: date) -> OpeningKind:
    """The template's kinds in turn; before the summer those who have summer jobs post them, else never."""
    if OpeningKind.SUMMER_JOB in template.kinds and day.month in SUMMER_JOBS_POSTED_IN:
        return OpeningKind.SUMMER_JOB
    all_year = [kind for kind in template.kinds if kind is not OpeningKind.SUMMER_JOB]
    return all_year[number % len(all_year)]


def _title_for(template: Template, kind: OpeningKind) -> str:
    """Training contracts show in the title."""
    start = TITLE_STARTS.get(kind)
    if start is None:
        return template.title.replace("Lærling i", "Medhjelper i")
    return template.title.replace("Medhjelper", start).replace("Lærling", start)
