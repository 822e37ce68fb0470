"""Two people edit the same thing: the second is told what the first saved, loses nothing, and chooses."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.tables.answer import ActionItem
from register.people.models import User
from register.roles.types import Role
from tests.factories import candidates, cases, network, openings
from tests.factories.placements import trio
from tests.factories.register import leader_of, office, person, person_with_role, verified_organisation
from tests.support.client import PageClient

Browsers = Callable[[], PageClient]
Place = tuple[User, str]
"""Who edits, and the address of the form."""


def agreement(session: Session) -> Place:
    story = trio(session).begin()
    return story.worker, f"/veileder/plasseringer/{story.placement.id}/avtale"


def candidate(session: Session) -> Place:
    found = candidates.candidate(session)
    return candidates.keeper_of(session, found), f"/veileder/kandidater/{found.id}/rediger"


def oneself(session: Session) -> Place:
    return candidates.can_sign_in(session, candidates.candidate(session)), "/min-side/om-meg/endre"


def opening(session: Session) -> Place:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    draft = openings.drafted(session, employer, leader)
    return leader, f"/arbeidsgiver/{employer.orgnr}/plasser/{draft.id}/rediger"


def profile_of_case(session: Session) -> Place:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    cases.answering_case(session, employer, leader)
    return leader, f"/arbeidsgiver/{employer.orgnr}/sak/profil"


def action(session: Session) -> Place:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    cases.add_action(session, cases.answering_case(session, employer, leader), leader, None)
    return leader, f"/arbeidsgiver/{employer.orgnr}/sak/plan/{session.scalars(select(ActionItem.id)).one()}"


def gathering(session: Session) -> Place:
    made = network.gathering(session)
    return person_with_role(session, Role.PROGRAMME_LEAD), f"/fylket/samlinger/{made.id}/endre"


def nav_office(session: Session) -> Place:
    return person_with_role(session, Role.ADMINISTRATOR), f"/fylket/nav-kontorer/{office(session).id}"


def account(session: Session) -> Place:
    return person(session), "/konto"


def user(session: Session) -> Place:
    other = person(session, "Noen Andre")
    return person_with_role(session, Role.ADMINISTRATOR), f"/fylket/brukere/{other.id}"


@dataclass(frozen=True)
class Editing:
    """A form, what the first and the second write in it, and what the second is told."""

    place: Callable[[Session], Place]
    first: dict[str, object]
    second: dict[str, object]
    told: list[str]
    button: str = "Lagre"


EDITED = [
    Editing(
        agreement,
        {"plan": "Fast prat hver fredag.", "starts_on": "2026-12-07", "hours_per_week": "20,5"},
        {"plan": "Korte dager først."},
        ["Første dag: 7. desember 2026", "Timer i uken: 20,5", "Det vi har blitt enige om: Fast prat hver fredag."],
        "Lagre avtalen",
    ),
    Editing(
        candidate,
        {"first_name": "Mina", "interests": ["food_and_serving", "shop"], "earliest_start": "09:00"},
        {"first_name": "Anna"},
        ["Tidligst fra klokka: 09:00", "Hva kandidaten vil bli kalt: Mina", "Liker: Butikk og salg, Mat og servering"],
    ),
    Editing(oneself, {"phone": "400 00 001"}, {"phone": "400 00 002"}, ["Telefon: 400 00 001"]),
    Editing(
        opening,
        {"title": "Fra den første", "tasks-0": "Rydde lageret", "shifts-0-starts_at": "07:30"},
        {"title": "Fra den andre"},
        [
            "Tittel: Fra den første",
            "Oppgaver: Rydde lageret; Lage kaffe",
            "Arbeidstider: Dager mandag, tirsdag, Fra kl. 07:30, Til kl. 14:00, Pause i minutter 30",
        ],
        "Lagre og se",
    ),
    Editing(
        profile_of_case,
        {"employees": "12", "trade": "yes"},
        {"employees": "13", "trade": "no"},
        ["Hvor mange er ansatt hos dere?: 12", "Har dere arbeidsoppgaver som hører til et lærefag?: Ja"],
    ),
    Editing(
        action,
        {"responsible": "Daglig leder", "due_on": "2027-05-03", "is_done": "y"},
        {"responsible": "Verneombudet"},
        ["Hvem har ansvaret?: Daglig leder", "Frist: 3. mai 2027", "Tiltaket er gjennomført: Ja"],
    ),
    Editing(gathering, {"title": "Ny tittel"}, {"title": "Min tittel"}, ["Tittel: Ny tittel"]),
    Editing(
        nav_office,
        {"name": "Nav Først", "region": "Nav Øst-Viken"},
        {"name": "Nav Sist", "region": "Nav Sist"},
        ["Navn: Nav Først", "Region: Nav Øst-Viken"],
    ),
    Editing(account, {"name": "Kari Først"}, {"name": "Kari Sist"}, ["Navn: Kari Først"]),
    Editing(user, {"name": "Kari Først"}, {"name": "Kari Sist"}, ["Navn: Kari Først"], "Lagre navnet"),
]


def written_in(browser: PageClient, name: str) -> object:
    """What stands in a field of the page."""
    found = browser.page.find(attrs={"name": name})
    assert found is not None
    return found.get("value", found.get_text())


@pytest.mark.parametrize("editing", EDITED, ids=lambda one: one.place.__name__)
def test_the_second_of_two_editors_is_told_keeps_what_they_typed_and_chooses(
    editing: Editing, open_browser: Browsers, session: Session
) -> None:
    who, address = editing.place(session)
    first, second, third = (open_browser().sign_in(who) for _ in range(3))
    for one in (first, second):
        one.get(address)
    first.submit(editing.first, button=editing.button)
    second.submit(editing.second, button=editing.button)

    assert "Noe ble lagret mens du skrev" in second.text
    assert [one.get_text(" ", strip=True) for one in second.page.select(".alert-body li")] == editing.told
    name, typed = next(iter(editing.second.items()))
    assert written_in(second, name) == typed

    third.get(address)
    assert written_in(third, name) == editing.first[name], "nothing was saved over what the first wrote"
    second.submit(button=editing.button)
    third.get(address)
    assert written_in(third, name) == typed, "saving again is a choice"


def test_the_second_of_two_who_record_who_came_is_told_loses_nobody_and_chooses(
    open_browser: Browsers, session: Session
) -> None:
    made, (anna, bo) = network.gathering_behind(session, "Anna", "Bo")
    lead, address = person_with_role(session, Role.PROGRAMME_LEAD), f"/fylket/samlinger/{made.id}/oppmote"
    first, second = (open_browser().sign_in(lead) for _ in range(2))
    for one in (first, second):
        one.get(address)
    first.submit({"attended": [str(anna.id)]}, button="Lagre oppmøtet")
    second.submit({"attended": [str(bo.id)]}, button="Lagre oppmøtet")

    assert "Noe ble lagret mens du skrev" in second.text
    [told] = [one.get_text(" ", strip=True) for one in second.page.select(".alert-body li")]
    assert told.startswith("Hvem kom?: Anna, ")
    assert second.fields()["attended"] == [str(bo.id)]
    assert (anna.attended, bo.attended) == (True, False), "nothing was saved over what the first said"
    second.submit({"attended": [str(anna.id), str(bo.id)]}, button="Lagre oppmøtet")
    assert (anna.attended, bo.attended) == (True, True), "saving again is a choice"


def test_whoever_wrote_the_same_is_told_that_it_is_saved(open_browser: Browsers, session: Session) -> None:
    who, address = account(session)
    first, second = (open_browser().sign_in(who) for _ in range(2))
    for one in (first, second):
        one.get(address)
    for one in (first, second):
        one.submit({"name": "Kari Begge"}, button="Lagre")
    assert "Det er det samme som du skrev" in second.text
