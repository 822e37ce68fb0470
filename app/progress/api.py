"""The open data on progress: the same figures as the page, from the same computation."""

from typing import Any

from flask import jsonify, request
from flask_babel import LazyString, force_locale
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.kernel.access import everyone
from app.kernel.addresses import full_address
from app.kernel.audiences import api as pages
from app.kernel.csv_files import csv_file
from app.progress.current import current_progress
from app.progress.definition import LICENCE, VALID_FROM, VERSION
from app.progress.groups import Group, kind_groups, municipality_groups
from app.words.filters import label
from ground.texts import Locale
from matching.progress.figures import Progress, month_end
from matching.progress.rules.counting import Correction, Ladder
from matching.progress.rules.jobs import HowItGoes
from matching.progress.rules.suppression import PublishedTable

COLUMNS: dict[str, LazyString] = {
    "measure": _l("Hva som er talt. De samme ordene som i JSON, på engelsk, for eksempel «started»."),
    "group": _l(
        "Hva raden er delt etter: «county» (hele fylket), «closed_month» (siste hele måned), «month», "
        "«municipality» eller «kind»."
    ),
    "code": _l("Kommunenummeret, eller koden for typen eller for hva som var feil."),
    "name": _l("Navnet på kommunen, på typen eller på det som var feil, på bokmål."),
    "value": _l("Antallet. Tomt når det er skjult, og der tallet står i trinn."),
    "of": _l("Hvor mange antallet er en del av, når det er en andel."),
    "as_of": _l("Dagen tallet gjelder for."),
    "from": _l("Trinnet begynner her."),
    "to": _l("Trinnet slutter her, dette tallet med."),
    "hidden": _l("1 når tallet eller trinnet er skjult, ellers 0."),
    "counted_at": _l("Når tallene ble regnet ut."),
    "definition_version": _l("Hvilken versjon av definisjonen det er talt etter."),
    "licence": _l("Adressen til lisensen."),
}
"""The columns of the CSV file, and what each of them says. The last three are the same in each row."""

VALUE, WITH_STEP = list(COLUMNS).index("value"), list(COLUMNS).index("hidden") + 1
Row = tuple[str | int | None, ...]


@pages.get("/fremdrift", access=everyone("take the figures as open data"))
def progress() -> Response:
    """The figures as JSON. What is hidden for privacy is null."""
    figures = current_progress()
    with force_locale(Locale.BOKMAAL):  # the reader's language does not change the answer
        by_municipality, kinds = municipality_groups(figures), kind_groups(figures)
    return _open(
        jsonify(
            goal=figures.goal,
            programme_start=figures.programme_start.isoformat(),
            as_of=figures.as_of.isoformat(),
            counted_at=figures.counted_at.isoformat(),
            is_behind=figures.is_behind,
            definition=full_address("public.progress_page", anchor="slik-teller-vi"),
            definition_version=VERSION,
            definition_valid_from=VALID_FROM.isoformat(),
            licence=LICENCE,
            jobs=_ladder(figures.jobs) | _now(figures.jobs_now),
            lasting=[
                {
                    "weeks": one.weeks,
                    "due": one.due,
                    "lasted": one.lasted,
                    "ended": one.ended,
                    "not_heard_of": one.not_heard_of,
                    "percent": one.percent,
                }
                for one in figures.lasting
            ],
            unpaid_training={"started": figures.training.started} | _now(figures.training_now),
            closed_month=figures.closed_month_end.isoformat(),
            started_by_municipality=_table(by_municipality, figures.by_municipality.total),
            started_by_kind=_table(kinds, figures.by_kind.total),
            started_by_month=[
                {"month_end": point.month_end.isoformat(), "started": point.started} for point in figures.by_month
            ],
            corrections=[
                {
                    "month": f"{one.month:%Y-%m}",
                    "counted_as": "jobs" if one.paid else "unpaid_training",
                    "because": one.because,
                    "number": one.number,
                }
                for one in figures.corrections
            ],
        )
    )


@pages.get("/fremdrift.csv", access=everyone("take the figures as open data"))
def progress_csv() -> Response:
    """The same figures as one long table. What is hidden is empty."""
    return _file(for_excel=False)


@pages.get("/fremdrift-excel.csv", access=everyone("take the figures as open data"))
def progress_excel() -> Response:
    """The same table, as Excel opens it."""
    return _file(for_excel=True)


def _file(*, for_excel: bool) -> Response:
    figures = current_progress()
    name = f"fremdrift-{figures.as_of.isoformat()}"
    with force_locale(Locale.BOKMAAL):  # the reader's language does not change the file
        rows = _rows(figures)
    in_each = (figures.counted_at.isoformat(), VERSION, LICENCE)
    steps = [row if len(row) == WITH_STEP else (*row, None, None, int(row[VALUE] is None)) for row in rows]
    filled = [(*row, *in_each) for row in steps]
    return _open(csv_file([tuple(COLUMNS), *filled], name=name, for_excel=for_excel))


def _rows(figures: Progress) -> list[Row]:
    today, closed = figures.as_of.isoformat(), figures.closed_month_end.isoformat()
    jobs = _ladder(figures.jobs)
    rows: list[Row] = [(step, "county", "", "", count, None, today) for step, count in jobs.items()]
    rows += [(step, "county", "", "", count, None, today) for step, count in _now(figures.jobs_now).items()]
    for one in figures.lasting:
        for outcome, count in (("lasted", one.lasted), ("ended", one.ended), ("not_heard_of", one.not_heard_of)):
            rows.append((f"{outcome}_{one.weeks}_weeks", "county", "", "", count, one.due, today))
    rows.append(("unpaid_training_started", "county", "", "", figures.training.started, None, today))
    rows += [
        (f"unpaid_training_{step}", "county", "", "", count, None, today)
        for step, count in _now(figures.training_now).items()
    ]
    for name, groups in (("municipality", municipality_groups(figures)), ("kind", kind_groups(figures))):
        rows += [("started", name, group.code, group.name, None, None, closed, *_ends(group)) for group in groups]
    rows.append(("started", "closed_month", "", "", figures.by_municipality.total, None, closed))
    rows += [
        ("started", "month", "", "", point.started, None, point.month_end.isoformat()) for point in figures.by_month
    ]
    return rows + [_correction(one) for one in figures.corrections]


def _correction(one: Correction) -> Row:
    measure = "started_taken_back" if one.paid else "unpaid_training_taken_back"
    end = month_end(one.month).isoformat()
    return measure, "month", one.because, label(one.because), one.number, None, end


def _ladder(ladder: Ladder) -> dict[str, int]:
    return {
        "pledged": ladder.pledged,
        "posted": ladder.posted,
        "agreed": ladder.agreed,
        "started": ladder.started,
        "people": ladder.people,
    }


def _now(table: PublishedTable) -> dict[str, int | None]:
    """How it goes with those that have begun; what is hidden is None."""
    return {str(one): table.cells[one] for one in HowItGoes}


def _table(groups: list[Group], total: int | None) -> dict[str, Any]:
    return {
        "groups": [
            {"code": group.code, "name": group.name, "from": low, "to": high, "hidden": group.started is None}
            for group in groups
            for low, high, _hidden in [_ends(group)]
        ],
        "total": total,
    }


def _ends(group: Group) -> tuple[int | None, int | None, int]:
    """Both ends of a step, and whether it is hidden."""
    return (None, None, 1) if group.started is None else (*group.started, 0)


def _open(answer: Response) -> Response:
    """Any page in any browser may read it, and whoever has it alone knows the licence and what was counted."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Link"] = f'<{LICENCE}>; rel="license"'
    answer.headers["Plass-Definition"] = VERSION
    answer.headers["Content-Language"] = Locale.BOKMAAL.value
    answer.add_etag()
    return answer.make_conditional(request)
