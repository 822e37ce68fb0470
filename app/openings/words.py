"""A place as words: what its pages say of it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from flask_babel import format_decimal, format_time
from markupsafe import Markup, escape

from app.kernel.translate import _
from app.words.catalogue import occupation_name, skill_name
from app.words.filters import label, written_date, written_hours
from app.words.written import written
from matching.catalogue.choices import InterestArea, Weekday
from matching.catalogue.occupations import occupations
from matching.law.types import LowerAgeBasis
from matching.records.tables.opening import Opening, OpeningRequirement, OpeningShift
from register.organisations.municipalities import municipality_name


def hours_a_week(fewest: float | None, most: float | None) -> str:
    """«20–30 timer i uken», or an empty string when nobody has said it."""
    if fewest is None or most is None:
        return ""
    if fewest == most:
        return _("%(hours)s i uken", hours=written_hours(most))
    return _("%(few)s–%(many)s timer i uken", few=format_decimal(fewest), many=format_decimal(most))


@dataclass(frozen=True)
class OpeningWords:
    """Everything a page says about one opening."""

    opening: Opening

    @property
    def kind(self) -> str:
        """The kind in words."""
        return label(self.opening.kind)

    @property
    def employer(self) -> str:
        """The employer's name."""
        return self.opening.organisation.name

    @property
    def workplace(self) -> str:
        """The name of the workplace."""
        return self.opening.workplace.name

    @property
    def municipality(self) -> str:
        """The municipality of the workplace, or its town outside the county."""
        place = self.opening.workplace
        return municipality_name(place.municipality_number) or place.town or ""

    @property
    def address(self) -> str:
        """Street, postcode and town of the workplace."""
        place = self.opening.workplace
        town = " ".join(part for part in (place.postcode, place.town) if part)
        return ", ".join(part for part in (place.street, town) if part)

    @property
    def occupation(self) -> str:
        """The occupation in words."""
        return occupation_name(self.opening.styrk_code)

    @property
    def area(self) -> InterestArea | None:
        """The plain area of work."""
        occupation = occupations().get(self.opening.styrk_code or "")
        return occupation.area if occupation else None

    @property
    def hours(self) -> str:
        """Hours a week."""
        return hours_a_week(self.opening.hours_per_week_min, self.opening.hours_per_week_max)

    @cached_property
    def shifts(self) -> list[str]:
        """One line for all days with the same hours."""
        same = groupby(sorted(self.opening.shifts, key=_hours_key), key=_hours_key)
        groups = [(key, sorted((row.weekday for row in rows), key=_number)) for key, rows in same]
        groups.sort(key=lambda group: (_number(group[1][0]), group[0]))
        return [_shift_line(days, *key) for key, days in groups]

    @property
    def period(self) -> str:
        """When it begins and ends."""
        start, end = self.opening.starts_on, self.opening.ends_on
        if start and end:
            return _("%(start)s til %(end)s", start=written_date(start), end=written_date(end))
        if start:
            return _("fra %(start)s", start=written_date(start))
        if end:
            return _("snarest, til %(end)s", end=written_date(end))
        return _("snarest, etter avtale")

    @property
    def tasks(self) -> list[Markup]:
        """The tasks, in the employer's words."""
        return [written(row.text, self.opening) for row in self.opening.tasks]

    @property
    def must_have(self) -> list[Markup]:
        """What must be there on day one."""
        return [self._requirement(row) for row in self.opening.requirements if not row.learnable]

    @property
    def can_learn(self) -> list[Markup]:
        """What can be learnt at the place."""
        return [self._requirement(row) for row in self.opening.requirements if row.learnable]

    @property
    def adaptations(self) -> list[str]:
        """What the employer can adapt."""
        return [label(one) for one in sorted(self.opening.adaptations)]

    @property
    def lower_age(self) -> str:
        """Why there is a lower age, or an empty string."""
        age, basis = self.opening.min_age, self.opening.min_age_basis
        if age is None or basis is None:
            return ""
        return {
            LowerAgeBasis.TASKS: _("Du må ha fylt %(age)s år. Loven krever det for noen av oppgavene.", age=age),
            LowerAgeBasis.HAZARDS: _(
                "Du må ha fylt %(age)s år. Loven krever det fordi noe av arbeidet kan være farlig.", age=age
            ),
            LowerAgeBasis.HOURS: _("Du må ha fylt %(age)s år. Loven krever det på grunn av arbeidstiden.", age=age),
            LowerAgeBasis.NAV_MEASURES: _("Du må ha fylt %(age)s år for å være i arbeidstrening.", age=age),
        }[basis]

    def _requirement(self, row: OpeningRequirement) -> Markup:
        return escape(skill_name(row.skill_code)) if row.skill_code else written(row.text, self.opening)


def _hours_key(row: OpeningShift) -> tuple[object, ...]:
    return (row.starts_at, row.ends_at, row.break_minutes)


def _number(day: Weekday) -> int:
    return day.number


def _shift_line(days: list[Weekday], starts_at: object, ends_at: object, break_minutes: object) -> str:
    first = {
        "days": _days(days),
        "start": format_time(starts_at, "HH:mm", rebase=False),
        "end": format_time(ends_at, "HH:mm", rebase=False),
    }
    if not break_minutes:
        return _("%(days)s kl. %(start)s–%(end)s", **first)
    return _("%(days)s kl. %(start)s–%(end)s, med %(pause)s minutter pause", pause=break_minutes, **first)


def _days(days: list[Weekday]) -> str:
    """«mandag–fredag» for days in a row, else «mandag, onsdag»."""
    in_a_row = [day.number for day in days] == list(range(days[0].number, days[0].number + len(days)))
    if len(days) > 2 and in_a_row:
        return _("%(first)s–%(last)s", first=label(days[0]), last=label(days[-1]))
    return ", ".join(label(day) for day in days)
