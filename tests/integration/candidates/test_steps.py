"""The profile is gone through step by step: each is saved before the next, and nothing of the others is lost."""

from sqlalchemy.orm import Session

from matching.records.tables.candidate import Candidate
from tests.factories import candidates as make
from tests.support.client import PageClient
from tests.support.world import NOON

OWN, NEXT, BACK, END = "/min-side/om-meg/endre", "Lagre og gå videre", "Lagre og gå tilbake", "Lagre og avslutt"


def test_the_young_go_through_all_steps_and_see_it_whole(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    browser.sign_in(make.can_sign_in(session, person)).get(OWN)
    assert (browser.address, "Steg 1 av 4" in browser.text) == (f"{OWN}/onsker", True)
    browser.submit({"wishes": "Noe med dyr", "interests": ["nature_and_animals"]}, button=NEXT)
    assert "Steg 2 av 4" in browser.text
    browser.submit({"hours_per_week_max": "20", "days": ["monday"]}, button=NEXT)
    browser.submit({"no_adaptations": "y", "adaptations": []}, button=NEXT)
    assert session.get_one(Candidate, person.id).confirmed_at is None, "there is one step left"
    browser.submit({"phone": "400 00 001"}, button="Lagre og se over alt")
    assert browser.address == "/min-side/om-meg"
    kept = session.get_one(Candidate, person.id)
    assert (kept.wishes, kept.interests, kept.hours_per_week_max) == ("Noe med dyr", ["nature_and_animals"], 20)
    assert (kept.days, kept.adaptations, kept.phone) == (["monday"], [], "400 00 001")
    assert kept.confirmed_at == NOON


def test_the_way_back_saves_too(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    browser.sign_in(make.can_sign_in(session, person)).get(f"{OWN}/tid-og-reise")
    browser.submit({"max_travel_minutes": "45"}, button=BACK)
    assert browser.address == f"{OWN}/onsker"
    assert session.get_one(Candidate, person.id).max_travel_minutes == 45


def test_what_is_wrong_is_told_at_the_step_and_leads_nowhere(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    browser.sign_in(make.can_sign_in(session, person)).get(f"{OWN}/tid-og-reise")
    for button in (NEXT, BACK, END):
        browser.submit({"max_travel_minutes": "999"}, button=button)
        assert browser.address == f"{OWN}/tid-og-reise"
    [line] = [one.get_text(strip=True) for one in browser.page.select(".ds-error-summary li")]
    assert line == "Skriv et tall fra 5 til 180. Det gjelder «Så mange minutter kan du reise hver vei»."


def test_questions_left_lead_to_their_steps_and_are_no_errors(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    person.interests = person.kinds_wanted = person.days = person.skills = None
    session.commit()
    browser.sign_in(make.can_sign_in(session, person)).get("/min-side/om-meg")
    left = browser.page.select(".questions-left a")
    assert [(one.get_text(), str(one["href"])) for one in left] == [
        ("Interesser", f"{OWN}/onsker"),
        ("Hva slags plass", f"{OWN}/onsker"),
        ("Dager som passer", f"{OWN}/tid-og-reise"),
    ]
    assert "3 spørsmål igjen" in browser.text
    assert browser.page.select_one(".ds-error-summary") is None
    browser.sign_in(make.keeper_of(session, person)).get(f"/veileder/kandidater/{person.id}")
    assert "4 spørsmål igjen" in browser.text
    skills = browser.page.select(".questions-left a")[-1]
    assert (skills.get_text(), str(skills["href"])) == (
        "Kan",
        f"/veileder/kandidater/{person.id}/rediger/kan-og-trenger",
    )


def test_a_counsellors_step_leaves_the_others_as_they_are(browser: PageClient, session: Session) -> None:
    person = make.candidate(session)
    person.skills, person.wishes = ["till"], "Noe ute"
    session.commit()
    start = f"/veileder/kandidater/{person.id}/rediger"
    browser.sign_in(make.keeper_of(session, person)).get(start)
    assert browser.address == f"{start}/hvem"
    browser.submit({"finished_year_10": "no"}, button=NEXT)
    browser.submit({"interests": ["shop"]}, button=END)
    assert browser.address == f"/veileder/kandidater/{person.id}"
    kept = session.get_one(Candidate, person.id)
    assert (kept.finished_year_10, kept.interests, kept.skills, kept.wishes) == (False, ["shop"], ["till"], "Noe ute")
    browser.get(f"{start}/finnes-ikke", status=404)
