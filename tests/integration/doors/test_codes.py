"""The code from the counsellor: made, shown for a while, typed, and never kept."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from matching.candidates import life as candidates
from matching.doors import codes as sign_in_codes
from matching.doors.errors import CodeUnusable
from matching.doors.models import SignInCode
from matching.records.tables.candidate import Candidate
from tests.factories import candidates as make
from tests.factories.register import counsellor
from tests.support.client import PageClient
from tests.support.doors import choose_first_pin, type_code
from tests.support.world import NOON, StoppedClock

WRONG = "Koden virker ikke."


def test_wrong_used_and_expired_codes_get_the_same_answer(
    open_browser: Callable[[], PageClient], session: Session, clock: StoppedClock
) -> None:
    worker = counsellor(session)
    used, late = make.candidate(session, worker), make.candidate(session, worker, first_name="Bo")
    keeper = open_browser().sign_in(worker)
    used_code, late_code = _code_from(keeper, used), _code_from(keeper, late)
    young = open_browser()
    _try(young, used_code)
    choose_first_pin(young, used)
    clock.forward(days=7)
    answers = set()
    for code in ("BBBB-BBBB-BBBB", used_code, late_code, late_code[:-1] + "Z", "x"):
        young = open_browser()
        _try(young, code)
        answers.add(young.text)
    assert len(answers) == 1
    assert WRONG in answers.pop()


def test_a_code_dies_after_five_wrong_tries_even_when_the_request_was_refused(
    open_browser: Callable[[], PageClient], session: Session
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    code = _code_from(open_browser().sign_in(worker), person)
    wrong = code[:-1] + ("B" if code[-1] != "B" else "C")
    for _ in range(sign_in_codes.MOST_ATTEMPTS):
        _try(open_browser(), wrong)
    assert session.scalars(select(SignInCode.attempts)).one() == sign_in_codes.MOST_ATTEMPTS
    young = open_browser()
    _try(young, code)
    assert WRONG in young.text


def test_a_new_code_ends_the_old_one(open_browser: Callable[[], PageClient], session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    keeper, young = open_browser().sign_in(worker), open_browser()
    unused = _code_from(keeper, person)
    newest = _code_from(keeper, person)
    _try(young, unused)
    assert WRONG in young.text
    _try(young, newest)
    assert TAKEN in young.text


def test_only_a_keyed_hash_is_kept_and_nothing_of_the_code_is_logged(session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    code = sign_in_codes.make_code(Act(session, worker.id, NOON), candidate=person, key="key")
    kept = session.scalars(select(SignInCode)).one()
    secret = code[sign_in_codes.FINDER_LETTERS :]
    assert secret not in kept.code_hash
    assert all(secret not in str(event.details) for event in session.scalars(select(AuditEvent)))
    with pytest.raises(CodeUnusable):
        sign_in_codes.code_typed(session, typed=code, key="another key", now=NOON)


def test_who_has_left_gets_a_code_still_and_can_come_in_to_see_and_delete(session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    make.can_sign_in(session, person)
    candidates.close(Act(session, worker.id, NOON), candidate=person)
    code = sign_in_codes.make_code(Act(session, worker.id, NOON), candidate=person, key="key")
    typed = sign_in_codes.code_typed(session, typed=code, key="key", now=NOON)
    assert typed.candidate is person
    held = sign_in_codes.held_code(session, typed.id, NOON)
    assert held is not None
    assert held.candidate is person


def test_the_code_is_shown_to_its_maker_alone_for_ten_minutes_and_looking_makes_no_new_one(
    open_browser: Callable[[], PageClient], session: Session, clock: StoppedClock
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    shows = f"/veileder/kandidater/{person.id}/kode/vis"
    keeper, colleague = open_browser().sign_in(worker), open_browser().sign_in(counsellor(session))
    code = _code_from(keeper, person)
    assert keeper.address == shows
    keeper.get(shows)
    assert _shown_to(keeper) == code
    keeper.get(f"/veileder/kandidater/{person.id}/kode")
    assert keeper.page.select_one(f'a[href="{shows}"]') is not None, "the way back to it"
    colleague.get(shows)
    assert _shown_to(colleague) is None
    assert "Koden vises ikke lenger." in colleague.text
    clock.forward(minutes=10)
    keeper.get(shows)
    assert _shown_to(keeper) is None
    young = open_browser()
    _try(young, code)
    assert TAKEN in young.text, "and yet it works for the week it was made for"


def test_a_code_that_is_used_is_shown_no_more(open_browser: Callable[[], PageClient], session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    keeper = open_browser().sign_in(worker)
    young = open_browser()
    _try(young, _code_from(keeper, person))
    choose_first_pin(young, person)
    keeper.get(f"/veileder/kandidater/{person.id}/kode/vis")
    assert _shown_to(keeper) is None


def test_asking_twice_with_one_form_makes_one_code(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    browser.sign_in(worker).get(f"/veileder/kandidater/{person.id}/kode")
    form = browser.page
    browser.submit(button="Lag kode")
    code = _shown_to(browser)
    browser.page = form
    browser.submit(button="Lag kode")
    assert _shown_to(browser) == code
    assert len(session.scalars(select(SignInCode)).all()) == 1


def test_the_code_stands_in_no_address_cookie_or_log(
    browser: PageClient, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    worker = counsellor(session)
    code = _code_from(browser.sign_in(worker), make.candidate(session, worker))
    secret = code.replace("-", "")[sign_in_codes.FINDER_LETTERS :]
    with browser.client.session_transaction() as cookie:
        assert secret not in str(dict(cookie)).replace("-", "")
    assert all(secret not in answer.location.replace("-", "") for answer in browser.response.history if answer.location)
    assert secret not in capsys.readouterr().out.replace("-", "")
    rows = [*session.scalars(select(SignInCode)), *session.scalars(select(AuditEvent))]
    assert all(secret not in str(vars(one)) for one in rows)


def _shown_to(browser: PageClient) -> str | None:
    shown = browser.page.select_one(".code-shown")
    return shown.get_text(strip=True) if shown else None


def _code_from(keeper: PageClient, person: Candidate) -> str:
    keeper.get(f"/veileder/kandidater/{person.id}/kode")
    keeper.submit(button="Lag kode")
    shown = _shown_to(keeper)
    assert shown is not None
    return shown


def _try(browser: PageClient, code: str) -> None:
    type_code(browser, code)


TAKEN = "Velg din egen PIN-kode"
