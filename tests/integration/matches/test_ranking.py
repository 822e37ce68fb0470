"""Places for a person and persons for a place."""

import uuid
from collections.abc import Iterable
from datetime import date, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.matches.words import words_for
from ground.act import Act
from ground.audit import AuditEvent
from ground.moves import move
from matching.catalogue.choices import Adaptation, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.matches.requirements import ObstacleCode
from matching.matches.score import score_weights
from matching.openings import life as openings
from matching.openings.content import Requirement, WeeklyShift
from matching.proposals.employer_answers import answer_as_employer
from matching.proposals.errors import OpeningNotOpen
from matching.proposals.life import propose
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.types import PlacementState
from tests.factories import candidates as make
from tests.factories.openings import TODAY, published
from tests.factories.register import counsellor, leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import PAGE_SIZE, check_walk
from tests.support.world import NOON

EVENING = (WeeklyShift(Weekday.SATURDAY, time(17), time(21), 30),)
AFTERNOON = (WeeklyShift(Weekday.SATURDAY, time(12), time(16)),)


def test_a_fifteen_year_old_in_year_10_is_never_shown_as_possible_for_an_evening_place(session: Session) -> None:
    evening = published(session, title="Kveldsvakt", shifts=EVENING, hours_per_week_min=3.5, hours_per_week_max=3.5)
    day = published(session, title="Lørdagsjobb", shifts=AFTERNOON, hours_per_week_min=4.0, hours_per_week_max=4.0)
    worker = counsellor(session)
    pupil = make.candidate(
        session, worker, birth_date=date(2011, 3, 1), finished_year_10=False, hours_per_week_min=None
    )
    unasked = make.candidate(
        session, worker, birth_date=date(2011, 3, 1), finished_year_10=None, hours_per_week_min=None
    )
    for person in (pupil, unasked):
        ranked = ranking.openings_for(session, candidate=person, today=TODAY)
        assert [one.opening for one in ranked.possible] == [day]
        assert not ranking.compare(session, candidate=person, opening=evening, today=TODAY).lawful
        for_place = ranking.candidates_for(session, opening=evening, candidates=[person], today=TODAY)
        assert for_place.possible == ()


def test_the_same_evening_is_possible_for_one_who_is_seventeen_and_done_with_school(session: Session) -> None:
    published(session, shifts=EVENING, hours_per_week_min=3.5, hours_per_week_max=3.5)
    person = make.candidate(session, birth_date=date(2009, 3, 1), finished_year_10=True, hours_per_week_min=None)
    assert len(ranking.openings_for(session, candidate=person, today=TODAY).possible) == 1


def test_a_pupil_may_have_a_whole_working_day_in_the_summer_holiday(session: Session) -> None:
    _long_days(session, "Sommer", starts_on=date(2027, 6, 28))
    _long_days(session, "Skoletid", starts_on=date(2027, 3, 1))
    pupil = make.candidate(session, birth_date=date(2011, 9, 1), finished_year_10=False)
    ranked = ranking.openings_for(session, candidate=pupil, today=TODAY)
    assert [one.opening.title for one in ranked.possible] == ["Sommer"]


def _long_days(session: Session, title: str, *, starts_on: date) -> None:
    """A summer job with days of five and a half hours, until the first week of August."""
    published(
        session,
        title=title,
        kind=OpeningKind.SUMMER_JOB,
        shifts=tuple(WeeklyShift(day, time(9), time(15), 30) for day in (Weekday.MONDAY, Weekday.TUESDAY)),
        hours_per_week_min=11.0,
        hours_per_week_max=11.0,
        starts_on=starts_on,
        ends_on=date(2027, 8, 6),
    )


def test_the_points_shown_part_by_part_add_up_to_the_score(app: Flask, session: Session) -> None:
    published(session)
    published(session, title="Annet", styrk_code="9112", requirements=(), adaptations=frozenset())
    person = make.candidate(session)
    ranked = ranking.openings_for(session, candidate=person, today=TODAY)
    assert len(ranked.possible) == 2
    for match in ranked.possible:
        with app.app_context():
            words = words_for(match)
        assert sum(points for _, points, _, _ in words.parts) == words.total == match.score.total
        assert sum(one.points or 0 for one in match.reasons) == match.score.total
    assert ranked.possible[0].opening.title == "Medarbeider i kafé", "what the person likes comes first"


def test_what_nobody_has_asked_is_a_question_and_never_a_no(app: Flask, session: Session) -> None:
    published(session, requirements=(Requirement("driving_b"),), adaptations=frozenset())
    person = make.candidate(
        session, skills=None, adaptations=None, kinds_wanted=None, days=None, hours_per_week_max=None
    )
    match = ranking.openings_for(session, candidate=person, today=TODAY).possible[0]
    with app.app_context():
        ask = words_for(match).ask[0]
    assert ask.startswith("Spør kandidaten om hva slags plass som er ønsket")
    assert "behov for tilrettelegging" in ask


def test_a_near_miss_says_what_the_employer_would_have_to_change(browser: PageClient, session: Session) -> None:
    published(session, adaptations=frozenset({Adaptation.ONE_CONTACT}))
    worker = counsellor(session)
    person = make.candidate(session, worker, adaptations=frozenset({Adaptation.QUIET_PLACE}))
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/plasser")
    assert "Ville passe hvis arbeidsgiveren kan tilby et rolig sted å jobbe." in browser.text
    assert "Mulige plasser (0)" in browser.text


def test_unpaid_places_are_among_those_a_counsellor_sees(browser: PageClient, session: Session) -> None:
    published(session, title="Prøv deg på lager", kind=OpeningKind.WORK_TRAINING_PART, pay="")
    worker = counsellor(session)
    person = make.candidate(session, worker)
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/plasser")
    assert "Prøv deg på lager" in browser.text
    browser.get("/veileder/plasser")
    assert "Prøv deg på lager" in browser.text
    assert "Uten lønn" in browser.text


def test_persons_for_a_place_come_from_the_own_caseload_and_each_look_is_logged(
    browser: PageClient, session: Session
) -> None:
    opening = published(session)
    worker = counsellor(session)
    make.candidate(session, worker, first_name="Amina")
    paused = make.candidate(session, worker, first_name="Pia")
    make.candidate(session, counsellor(session, name="Kollega"), first_name="Annens")
    paused.paused_at = paused.created_at
    browser.sign_in(worker)
    browser.get(f"/veileder/plasser/{opening.id}")
    assert "Amina" in browser.text
    assert "Annens" not in browser.text
    assert "Pia" not in browser.text
    reads = session.scalars(select(CandidateRead)).all()
    assert [(one.what, one.purpose) for one in reads] == [(ReadWhat.CARD, ReadPurpose.FIND_PERSON)]


def test_what_a_counsellor_was_shown_is_logged_with_order_scores_and_versions(
    browser: PageClient, session: Session
) -> None:
    opening = published(session)
    worker = counsellor(session)
    person = make.candidate(session, worker)
    match = ranking.compare(session, candidate=person, opening=opening, today=TODAY)
    browser.sign_in(worker)
    browser.get(f"/veileder/kandidater/{person.id}/plasser")
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "ranking.shown")).one()
    assert event.actor_id == worker.id
    assert event.details["weights"] == score_weights().version
    assert event.details["shown"] == [
        [str(person.id), person.version, str(opening.id), opening.version, match.score.total]
    ]


def test_a_full_place_is_not_possible(session: Session) -> None:
    opening = published(session)
    worker = counsellor(session)
    first, second = (make.candidate(session, worker, first_name=name) for name in ("Amina", "Bo"))
    _agreed(session, first, opening)
    match = ranking.compare(session, candidate=second, opening=opening, today=TODAY)
    assert [one.code for one in match.requirements.obstacles] == [ObstacleCode.NO_POSITIONS_LEFT]
    assert ranking.openings_for(session, candidate=second, today=TODAY).possible == ()
    with pytest.raises(OpeningNotOpen):
        propose(Act(session, worker.id, NOON), candidate=second, opening=opening, note="", override_reason="Vi prøver.")


def test_a_place_that_is_closed_or_past_its_last_day_is_found_by_no_counsellor(
    browser: PageClient, session: Session
) -> None:
    worker = counsellor(session)
    person = make.candidate(session, worker)
    closed, past, open_still = (published(session, title=title) for title in ("Lukket", "Forbi", "Ledig"))
    openings.close(Act(session, leader_of(session, closed.organisation).id, NOON), closed)
    past.expires_on = TODAY - timedelta(days=1)
    session.commit()
    browser.sign_in(worker)
    for page in ("plasser", f"kandidater/{person.id}/plasser", f"kandidater/{person.id}/plasser?vis=ikke-na"):
        told = browser.get(f"/veileder/{page}").get_text()
        assert ("Lukket" in told, "Forbi" in told) == (False, False), page
    for gone in (closed, past):
        browser.get(f"/veileder/plasser/{gone.id}", status=404)
        with pytest.raises(OpeningNotOpen):
            propose(
                Act(session, worker.id, NOON), candidate=person, opening=gone, note="", override_reason="Vi prøver."
            )
    assert open_still.title in browser.get("/veileder/plasser").get_text()


def test_hours_at_another_employer_are_summed_for_one_under_18(session: Session) -> None:
    first = published(session, shifts=(_shift(Weekday.MONDAY, 8, 13),), positions=2)
    same_day = published(session, title="Samme dag", shifts=(_shift(Weekday.MONDAY, 14, 19),))
    other_day = published(session, title="Annen dag", shifts=(_shift(Weekday.THURSDAY, 14, 19),))
    worker = counsellor(session)
    young = make.candidate(session, worker, birth_date=date(2009, 3, 1), finished_year_10=True)
    adult = make.candidate(session, worker, first_name="Bo")
    for person in (young, adult):
        _agreed(session, person, first)
    possible = {
        (person.first_name, opening.title): ranking.compare(
            session, candidate=person, opening=opening, today=TODAY
        ).lawful
        for person in (young, adult)
        for opening in (same_day, other_day)
    }
    assert possible == {
        ("Amina", "Samme dag"): False,
        ("Amina", "Annen dag"): True,
        ("Bo", "Samme dag"): True,
        ("Bo", "Annen dag"): True,
    }


def test_persons_for_a_place_leaves_out_those_who_have_one(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    _agreed(session, make.candidate(session, worker, first_name="Amina"), published(session))
    make.candidate(session, worker, first_name="Bo")
    other = published(session, title="En annen plass")
    browser.sign_in(worker)
    browser.get(f"/veileder/plasser/{other.id}")
    assert "Bo" in browser.text
    assert "Amina" not in browser.text


def test_the_parts_of_the_list_together_are_every_open_place_in_the_order_of_the_rules(session: Session) -> None:
    """What the database rules out, and what is shown page by page, is what the rules say of each place by itself."""
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    worker = counsellor(session)
    person = make.candidate(
        session,
        worker,
        kinds_wanted=frozenset({OpeningKind.PERMANENT_JOB, OpeningKind.TEMPORARY_JOB}),
        can_start_on=TODAY + timedelta(days=60),
    )
    for _ in range(3):
        published(session, employer, leader)
        published(session, employer, leader, adaptations=frozenset({Adaptation.QUIET_PLACE}))
        published(session, employer, leader, styrk_code="9112", requirements=())
        published(session, employer, leader, kind=OpeningKind.SUMMER_JOB)
        published(session, employer, leader, kind=OpeningKind.TEMPORARY_JOB, ends_on=TODAY + timedelta(days=59))
        published(session, employer, leader, kind=OpeningKind.TEMPORARY_JOB, ends_on=TODAY + timedelta(days=60))
        published(session, employer, leader, hours_per_week_min=32.0, hours_per_week_max=32.0, positions=2)
    over = published(session, employer, leader, kind=OpeningKind.TEMPORARY_JOB, ends_on=TODAY + timedelta(days=1))
    over.ends_on = TODAY - timedelta(days=1)
    full = published(session, employer, leader)
    _agreed(session, make.candidate(session, worker, first_name="Bo"), full)
    session.flush()

    offered = session.scalars(select(Opening).order_by(Opening.published_at.desc(), Opening.id)).all()
    judged = [ranking.compare(session, candidate=person, opening=one, today=TODAY) for one in offered]
    judged.sort(key=lambda one: -one.score.total)
    ranked = ranking.openings_for(session, candidate=person, today=TODAY)
    not_now = ranking.openings_not_now(session, candidate=person, today=TODAY)

    assert _ids(ranked.possible) == _ids(one for one in judged if one.possible)
    assert _ids(ranked.near_misses) == _ids(one for one in judged if one.near_miss)
    assert _ids(not_now.rows) == _ids(one for one in judged if not one.possible and not one.near_miss)
    assert ranked.others == not_now.total == 8
    assert len(offered) == len(ranked.possible) + len(ranked.near_misses) + ranked.others == 23


def test_a_long_list_of_places_for_a_person_is_shown_part_by_part_and_page_by_page(
    session: Session, browser: PageClient
) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for _ in range(PAGE_SIZE + 2):
        published(session, employer, leader)
        published(session, employer, leader, adaptations=frozenset({Adaptation.QUIET_PLACE}))
        published(session, employer, leader, kind=OpeningKind.SUMMER_JOB)
    worker = counsellor(session)
    person = make.candidate(session, worker, kinds_wanted=frozenset({OpeningKind.PERMANENT_JOB}))
    browser.sign_in(worker)
    start = f"/veileder/kandidater/{person.id}/plasser"
    parts = {
        part: check_walk(browser, f"{start}?vis={part}", rf"{start}/[0-9a-f-]{{36}}", PAGE_SIZE + 2)
        for part in ("mulige", "nesten", "ikke-na")
    }
    assert len({place for part in parts.values() for place in part}) == 3 * (PAGE_SIZE + 2)
    browser.get(start)
    shown = [str(link["href"]) for link in browser.page.select("main .entry-title a")]
    assert shown == parts["mulige"][:10] + parts["nesten"][:10]
    assert f"Passer ikke nå ({PAGE_SIZE + 2})" in browser.text
    events = session.scalars(select(AuditEvent).where(AuditEvent.action == "ranking.shown")).all()
    assert max(len(event.details["shown"]) for event in events) == PAGE_SIZE, "what stood on the page"


def test_persons_for_a_place_come_page_by_page_and_only_those_shown_are_logged(
    session: Session, browser: PageClient
) -> None:
    opening = published(session)
    worker = counsellor(session)
    for _ in range(PAGE_SIZE):
        make.candidate(session, worker)
    for _ in range(2):
        make.candidate(session, worker, adaptations=frozenset({Adaptation.QUIET_PLACE}))
    browser.sign_in(worker)
    start = f"/veileder/plasser/{opening.id}"
    browser.get(start)
    assert session.scalar(select(func.count()).select_from(CandidateRead)) == PAGE_SIZE
    assert "Ville passe hvis …" not in browser.text
    check_walk(browser, start, rf"/veileder/kandidater/[0-9a-f-]{{36}}/plasser/{opening.id}", PAGE_SIZE + 2)
    browser.get(f"{start}?side=2")
    assert "Ville passe hvis …" in browser.text


def _ids(matches: Iterable[ranking.Match]) -> list[uuid.UUID]:
    return [one.opening.id for one in matches]


def _shift(day: Weekday, start: int, end: int) -> WeeklyShift:
    return WeeklyShift(day, time(start), time(end), 30)


def _agreed(session: Session, person: Candidate, opening: Opening) -> None:
    """The person has an agreement about the place."""
    proposal = make.said_yes(session, make.proposed(session, person, opening))
    keeper = make.keeper_of(session, person)
    placement = answer_as_employer(
        Act(session, keeper.id, NOON), proposal=proposal, wants_to=True, coordinator_id=keeper.id
    )
    assert placement is not None
    move(Act(session, keeper.id, NOON), placement, PlacementState.AGREED)
    placement.agreed_at = NOON
    session.flush()
