"""Whoever joins all that the county can take along with the public adverts ties no few jobs to a workplace.

The rows that the county could once take along are made anew here, and through them the same reader names many.
"""

import csv
import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask, Response
from flask_babel import force_locale
from sqlalchemy.orm import Session

from app.words.filters import label
from matching.catalogue.kinds import OpeningKind
from matching.progress.models import JobEvent
from matching.progress.rules.steps import stepped
from matching.progress.types import JobEventKind
from register.organisations.municipalities import municipalities, municipality_name
from register.organisations.types import Sector
from register.people.models import User
from register.roles.types import Role
from tests.factories.register import person_with_role
from tests.support.client import PageClient
from tests.support.joining import Advert, Reader, Said, named_by, rows_of
from tests.support.world import StoppedClock, noon_on

WORKPLACES, JOBS, MONTHS = 90, 90, 15
BEGINS = date(2025, 9, 1)
KINDS = [kind for kind in OpeningKind if kind.paid]
HOW_OFTEN = (6, 4, 4, 3, 1, 1)
SEEDS = (0, 3, 7)
"""Among them some whose tables would tell of a workplace if all stood in steps of five."""

PUBLIC_PLACES = ("/stillinger", "/virksomheter")
"""The adverts and the employers, as everybody sees them: the attacker has them already."""


@dataclass(frozen=True)
class Begun:
    """A place that a young person took."""

    advert: Advert
    agreed: date
    started: date


def history(seed: int) -> tuple[list[Advert], list[Begun]]:
    """Fifteen months of adverts at ninety workplaces in the county, most in a few municipalities, and who took them."""
    drawn = random.Random(seed)  # no secret
    areas = [one.number for one in sorted(municipalities(), key=lambda one: -one.population)]
    often = [1 / (number + 1) for number in range(len(areas))]
    workplaces = [
        (str(UUID(int=number + 1)), drawn.choices(areas, often)[0], drawn.choice(list(Sector)), drawn.random() < 0.3)
        for number in range(WORKPLACES)
    ]
    adverts, begun = [], []
    for _ in range(JOBS * 8 // 5):
        workplace, area, sector, certified = drawn.choice(workplaces)
        published = BEGINS + timedelta(days=drawn.randrange(30 * MONTHS - 60))
        gone = published + timedelta(days=drawn.randrange(7, 40))
        kind = drawn.choices(KINDS, HOW_OFTEN)[0]
        advert = Advert(workplace, kind, area, sector, "Ja" if certified else "Nei", published, gone)
        adverts.append(advert)
        if drawn.random() < 5 / 8:
            begun.append(Begun(advert, gone, gone + timedelta(days=drawn.randrange(3, 18))))
    return adverts, begun


def events(adverts: Sequence[Advert], begun: Sequence[Begun]) -> Iterator[JobEvent]:
    """The same as Plass writes it down."""
    for number, advert in enumerate(adverts):
        yield _event(JobEventKind.POSTED, advert, advert.published, 10_000 + number)
    for number, one in enumerate(begun):
        yield _event(JobEventKind.AGREED, one.advert, one.agreed, number)
        yield _event(JobEventKind.STARTED, one.advert, one.started, number)


def _event(kind: JobEventKind, advert: Advert, day: date, number: int) -> JobEvent:
    return JobEvent(
        kind=kind,
        source_ref=UUID(int=number),
        person_ref=None if kind is JobEventKind.POSTED else UUID(int=number),
        workplace_id=UUID(advert.workplace),
        organisation_id=UUID(advert.workplace),
        opening_kind=OpeningKind(advert.kind),
        municipality_number=advert.municipality,
        sector=Sector(advert.sector),
        certified=advert.certified == "Ja",
        occurred_on=day,
        recorded_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )


def rows_from_before(begun: Sequence[Begun]) -> str:
    """The file that the county could take: of a person's step the month and the kind, never the municipality."""
    text = io.StringIO()
    columns = ["Måned", "Hendelse", "Type plass", "Betalt", "Sektor", "Sertifisert", "Stillinger"]
    file = csv.writer(text)
    file.writerow(columns)
    for one in begun:
        for kind, day in ((JobEventKind.AGREED, one.agreed), (JobEventKind.STARTED, one.started)):
            advert = one.advert
            told = (kind, advert.kind, "Ja", advert.sector, advert.certified, 1)
            file.writerow([f"{day:%Y-%m}", *(label(str(cell)) or cell for cell in told)])
    return text.getvalue()


def reader(app: Flask) -> Reader:
    """One who knows the words of the pages and the codes of the files."""
    words = {one.value: ("kind", one.value) for one in KINDS} | {one.value: ("sector", one.value) for one in Sector}
    areas = [one.number for one in municipalities()]
    words |= {name: ("municipality", number) for number in areas for name in (number, municipality_name(number) or "")}
    about_places = (JobEventKind.POSTED, JobEventKind.PLEDGED)
    with app.test_request_context(), force_locale("nb"):
        words |= {label(one): ("kind", one.value) for one in KINDS} | {
            label(one): ("sector", one.value) for one in Sector
        }
        return Reader(words, frozenset({*about_places, *(label(one) for one in about_places)}))


def month_ends() -> Iterator[date]:
    """The last day of each month of the history and of the one after it."""
    day = BEGINS
    for _ in range(MONTHS + 1):
        day = (day + timedelta(days=32)).replace(day=1)
        yield day - timedelta(days=1)


def addresses(app: Flask) -> list[str]:
    """Every page and file of the county and of the public that has one address."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]
    ours = [rule.rule for rule in rules if rule.endpoint.partition(".")[0] in ("county", "api", "public")]
    return sorted(one for one in ours if not one.startswith(PUBLIC_PLACES))


@dataclass
class County:
    """People of the county, who open all they may and hand it to the attacker."""

    app: Flask
    browser: PageClient
    clock: StoppedClock
    people: Sequence[User]
    attacker: Reader

    def read_everything(self) -> None:
        """After the last month all there is; after each month before it what had any table."""
        *before, latest = month_ends()
        with_tables = self._read(addresses(self.app), after=latest)
        for end in before:
            self._read(with_tables, after=end)

    def _read(self, paths: Sequence[str], *, after: date) -> list[str]:
        """Open these at noon on the day after; those that had rows."""
        self.clock.at = noon_on(after + timedelta(days=1))
        found = set()
        for someone in self.people:
            self.browser.sign_in(someone)
            for path in paths:
                answer = self.browser.client.get(path, follow_redirects=True)
                tables = rows_of(answer.text, answer.mimetype or "") if answer.status_code == 200 else []
                for rows in tables:
                    self.attacker.read(rows, as_of=after)
                    found.add(path)
        return sorted(found)


def rightly(named: dict[str, Said], begun: Sequence[Begun]) -> set[str]:
    """The workplaces among those named where such a job did begin then."""
    return {
        one.advert.workplace
        for one in begun
        if (said := named.get(one.advert.workplace)) is not None
        and said.fits(one.advert)
        and (said.first <= one.started <= said.last or said.first <= one.agreed <= said.last)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_the_county_could_once_take_name_many_workplaces(app: Flask, seed: int) -> None:
    adverts, begun = history(seed)
    attacker = reader(app)
    with app.test_request_context(), force_locale("nb"):
        content = rows_from_before(begun)
    (rows,) = rows_of(content, "text/csv")
    attacker.read(rows, as_of=date(2026, 11, 30))
    named = named_by(attacker.told(), adverts)
    assert len(rightly(named, begun)) >= 25
    assert rightly(named, begun) == set(named), "what it believes is so"


def test_tables_in_steps_of_five_alone_name_some(app: Flask) -> None:
    found = 0
    for seed in SEEDS:
        adverts, begun = history(seed)
        attacker = reader(app)
        for end in month_ends():
            counts: dict[str, dict[str, int]] = {
                "kind": {kind.value: 0 for kind in KINDS},
                "municipality": {one.number: 0 for one in municipalities()},
            }
            before = [one for one in begun if one.started <= end]
            for name, cells in counts.items():
                for one in before:
                    cells[getattr(one.advert, name)] += 1
                lines = stepped(cells, 5).cells.items()
                attacker.read([{"code": key, "n": f"{step.low}–{step.high}"} for key, step in lines if step], as_of=end)
            attacker.read([{"month": end.isoformat(), "n": str(len(before))}], as_of=end)
        named = named_by(attacker.told(), adverts)
        assert rightly(named, begun) == set(named)
        found += len(named)
    assert found > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS[1:])
def test_all_that_leader_and_analyst_can_take_along_names_no_workplace(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, seed: int
) -> None:
    adverts, begun = history(seed)
    session.add_all(events(adverts, begun))
    people = [person_with_role(session, role) for role in (Role.PROGRAMME_LEAD, Role.ANALYST)]
    attacker = reader(app)
    County(app, browser, clock, people, attacker).read_everything()
    assert {name for name, _value in attacker.lines} == {"", "kind", "municipality"}, "it has read the tables"
    months = {key: len(line) for key, line in attacker.lines.items() if key[0] != "municipality"}
    assert len(months) == 1 + len(KINDS)
    assert min(months.values()) >= MONTHS
    assert named_by(attacker.told(), adverts) == {}
    assert attacker.rows == set(), "no row is about a start"


def test_a_file_with_rows_that_comes_later_is_found(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    adverts, begun = history(SEEDS[0])
    lead = person_with_role(session, Role.PROGRAMME_LEAD)
    monkeypatch.setitem(
        app.view_functions, "county.jobs_csv", lambda: Response(rows_from_before(begun), mimetype="text/csv")
    )
    monkeypatch.setattr(f"{__name__}.MONTHS", 0)
    attacker = reader(app)
    County(app, browser, clock, [lead], attacker).read_everything()
    assert len(named_by(attacker.told(), adverts)) >= 25
