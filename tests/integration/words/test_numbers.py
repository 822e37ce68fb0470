"""A number of law, scheme or settings stands once: where it changes, what is said of it changes, in three languages."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.orm import Session

from app.cases.labels import LABELS, size_labels
from app.cases.sentences import REASONS, About
from app.certificates.words import SENTENCES
from app.demo.people import ANALYST
from app.kernel.errors.messages import DATABASE_HELD
from app.matches.reasons import OBSTACLES, fill
from app.openings.rule_sentences import rule_sentence
from app.words.filters import in_words, months_in_words, written_clock, written_employees
from certification.cases.rules.codes import ReasonCode
from certification.certificates import validity
from certification.certificates.types import CertificateStatus
from certification.criteria.library import content_of
from certification.criteria.rules.profile import size_class
from certification.criteria.types import SizeClass
from matching.catalogue.kinds import OpeningKind
from matching.law.nav_schemes import WORK_TRAINING, Length, nav_schemes
from matching.law.young_workers.rules import young_worker_rules
from matching.matches.requirements import ObstacleCode
from matching.openings import life as openings
from matching.openings.rules import OpeningCode, OpeningDraft, check_opening
from matching.progress.rules import suppression
from register.organisations import types as organisations
from register.sign_in import links
from tests.builders.law import TODAY
from tests.factories.criteria import published_edition
from tests.factories.register import employee_of, leader_of, verified_organisation
from tests.support.client import PageClient

LANGUAGES = ("nb", "nn", "en")


def in_each_language(app: Flask, say: Callable[[], object]) -> list[str]:
    """What is said in bokmål, nynorsk and English."""
    said = []
    for language in LANGUAGES:
        with app.test_request_context(), force_locale(language):
            said.append(str(say()).replace("\N{NO-BREAK SPACE}", " "))
    return said


def test_how_long_work_training_lasts_follows_the_scheme(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    known = nav_schemes()
    shorter = known.model_copy(
        update={
            "schemes": tuple(
                one.model_copy(update={"ends_within": Length(months=7, weeks=None)})
                if one.code == WORK_TRAINING
                else one
                for one in known.schemes
            )
        }
    )
    monkeypatch.setattr("matching.openings.rules.nav_schemes", lambda: shorter)
    draft = OpeningDraft(OpeningKind.WORK_TRAINING_FULL, starts_on=TODAY, ends_on=TODAY + timedelta(days=365))
    (found,) = (one for one in check_opening(draft, TODAY) if one.code is OpeningCode.UNPAID_TOO_LONG)
    nb, nn, en = in_each_language(app, lambda: rule_sentence(found))
    assert nb.startswith("Arbeidstrening kan vare i høyst 7 måneder, her til ")
    assert nn.startswith("Arbeidstrening kan vare i høgst 7 månader, her til ")
    assert en.startswith("Work training can last no more than 7 months, here until ")


def test_how_soon_a_certificate_ends_follows_the_rule(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def said() -> str:
        return SENTENCES[CertificateStatus.EXPIRES_SOON](SimpleNamespace(valid_until=date(2027, 3, 3)))  # type: ignore[arg-type]  # its last day is all that is said

    assert in_each_language(app, said) == [
        "Sertifikatet gjelder til og med 3. mars 2027, om mindre enn et halvt år.",
        "Sertifikatet gjeld til og med 3. mars 2027, om mindre enn eit halvt år.",
        "The certificate is valid until 3 March 2027, less than half a year from now.",
    ]
    monkeypatch.setattr(validity, "EXPIRES_SOON_MONTHS", 4)
    assert [one.rpartition(", ")[2] for one in in_each_language(app, said)] == [
        "om mindre enn fire måneder.",
        "om mindre enn fire månader.",
        "less than four months from now.",
    ]


@pytest.mark.parametrize(
    ("weeks", "sentence"),
    [
        (1, "Uten dato vises plassen i én uke."),
        (8, "Uten dato vises plassen i åtte uker."),
        (13, "Uten dato vises plassen i 13 uker."),
    ],
)
def test_how_long_a_place_is_shown_follows_the_rule(
    session: Session, browser: PageClient, monkeypatch: pytest.MonkeyPatch, weeks: int, sentence: str
) -> None:
    monkeypatch.setattr(openings, "SHOWN_FOR", timedelta(weeks=weeks))
    employer = verified_organisation(session)
    browser.sign_in(employee_of(session, employer)).get(f"/arbeidsgiver/{employer.orgnr}/plasser/ny")
    assert sentence in browser.text


def test_the_smallest_figure_that_is_told_follows_the_rule(
    browser: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suppression, "SMALLEST_SHOWN", 7)
    browser.get("/apne-data")
    assert "kan være skjult når et av tallene er under sju" in browser.text


def test_the_goal_of_jobs_is_that_of_the_settings(
    app: Flask, browser: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised = app.extensions["plass_settings"].model_copy(update={"jobs_goal": 1200})
    monkeypatch.setitem(app.extensions, "plass_settings", raised)
    for page, sentence in {
        "/": "åpner 1200 nye jobber for unge",
        "/fremdrift": "av 1200 jobber har begynt",
        "/apne-data": "Fremdrift mot 1200 jobber (JSON)",
    }.items():
        browser.get(page)
        assert sentence in browser.text
        whole = browser.page.get_text(" ")
        assert "Fremdrift mot 1200 jobber" in whole, "at the foot of the page"
        assert "1000" not in whole
    assert [one.rpartition(": ")[2] for one in in_each_language(app, lambda: ANALYST.comes_to)] == [
        "følger de 1200 jobbene",
        "følgjer dei 1200 jobbane",
        "follows the 1,200 jobs",
    ]


def test_how_long_a_link_lasts_follows_the_rule(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "LINK_LIFE", timedelta(minutes=20))
    mail = app.jinja_env.get_template("sign_in/mail/sign_in.txt")
    said = in_each_language(app, lambda: mail.render(link="x"))
    for part, one in zip(("i 20 minutter", "i 20 minutt", "for 20 minutes"), said, strict=True):
        assert part in one


def test_the_age_of_an_adult_follows_the_law(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    law = young_worker_rules()
    changed = law.model_copy(update={"ages": law.ages.model_copy(update={"adult_from": 19})})
    monkeypatch.setattr("app.words.numbers.young_worker_rules", lambda: changed)
    said = in_each_language(app, lambda: fill(OBSTACLES[ObstacleCode.HAZARD_UNDER_18], {"hazards": "explosives"}))
    assert ["19" in one and "18" not in one for one in said] == [True, True, True]


def test_the_names_of_the_sizes_follow_their_bounds(app: Flask) -> None:
    moved = size_labels([(300, SizeClass.LARGE), (10, SizeClass.SMALL), (0, SizeClass.MICRO)])
    with app.test_request_context():
        assert [str(words) for words in moved.values()] == ["1–9 ansatte", "10–299 ansatte", "300 ansatte eller flere"]
        assert [str(words) for words in LABELS[SizeClass].values()] == [
            "1–4 ansatte",
            "5–19 ansatte",
            "20–49 ansatte",
            "50–249 ansatte",
            "250 ansatte eller flere",
        ]


def test_how_many_must_decide_follows_the_rule(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.words.numbers.DECIDERS_NEEDED", 3)
    assert in_each_language(app, lambda: REASONS[ReasonCode.TWO_DECIDERS_NEEDED]({}, About(None, ""))) == [
        "Tre ulike personer må beslutte.",
        "Tre ulike personar må gjere vedtaket.",
        "Three different people must decide.",
    ]


def test_how_few_employees_are_told_is_one_number(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert size_class(organisations.FEWEST_TOLD - 1) is SizeClass.MICRO
    assert size_class(organisations.FEWEST_TOLD) is SizeClass.SMALL
    monkeypatch.setattr(organisations, "FEWEST_TOLD", 7)
    assert in_each_language(app, lambda: written_employees(None)) == [
        "Under sju eller ukjent",
        "Under sju eller ukjent",
        "Under seven or unknown",
    ]
    assert in_each_language(app, lambda: written_employees(1234)) == ["1234", "1234", "1,234"]


def test_how_many_levels_there_are_follows_the_edition(
    session: Session, browser: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    employer, edition = verified_organisation(session), published_edition(session)
    address = f"/arbeidsgiver/{employer.orgnr}/sak"
    browser.sign_in(leader_of(session, employer)).get(address)
    assert "Tre nivåer" in browser.text
    fewer = content_of(edition).model_copy(update={"levels": content_of(edition).levels[:2]})
    monkeypatch.setattr("app.cases.employer.assessments.published_content", lambda _session: fewer)
    browser.get(address)
    assert "To nivåer" in browser.text


def test_how_long_to_wait_for_others_who_save_is_said_as_it_is_sent(app: Flask) -> None:
    said = in_each_language(app, lambda: DATABASE_HELD.text)
    for unit, one in zip(("sekunder", "sekund", "seconds"), said, strict=True):
        assert f" {DATABASE_HELD.retry_after} {unit}," in one


def test_small_numbers_and_lengths_are_words_and_large_ones_digits(app: Flask) -> None:
    assert in_each_language(app, lambda: in_words(7)) == ["sju", "sju", "seven"]
    assert in_each_language(app, lambda: in_words(13)) == ["13", "13", "13"]
    assert in_each_language(app, lambda: months_in_words(1)) == ["én måned", "éin månad", "one month"]


def test_times_of_day_are_short_in_norwegian_and_whole_in_english(app: Flask) -> None:
    assert in_each_language(app, lambda: written_clock(6 * 60)) == ["6", "6", "06:00"]
    assert in_each_language(app, lambda: written_clock(21 * 60 + 30)) == ["21.30", "21.30", "21:30"]
