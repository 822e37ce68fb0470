"""Two people edit the same thing: the second is told what the first saved, loses nothing, and chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.tables.answer import ActionItem
from register.people.models import User
from register.roles.types import Role
from tests.factories import candidates, cases, network, openings
from tests.factories.placements import trio
from tests.factories.register import employee_of, leader_of, office, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import StoppedClock

Browsers = Callable[[], PageClient]
Place = tuple[User, str]
"""Who edits, and the address of the form."""


def agreement(session: Session) -> Place:
    story = trio(session).begin()
    return story.worker, f"/veileder/plasseringer/{story.placement.id}/avtale"


def candidate(session: Session) -> Place:
    found = candidates.candidate(session)
    return candidates.keeper_of(session, found), f"/veileder/kandidater/{found.id}/rediger/hvem"


def wishes(session: Session) -> Place:
    who, address = candidate(session)
    return who, address.replace("/hvem", "/onsker")


def times(session: Session) -> Place:
    who, address = candidate(session)
    return who, address.replace("/hvem", "/tid-og-reise")


def oneself(session: Session) -> Place:
    return candidates.can_sign_in(session, candidates.candidate(session)), "/min-side/om-meg/endre/kontakt"


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


DAYS, REST = "Dager mandag, tirsdag", "Til kl. 14:00, Pause i minutter 30"
EDITED = [
    Editing(
        agreement,
        {"plan": "Fast prat hver fredag.", "starts_on": "2026-12-07", "hours_per_week": "20,5"},
        {"plan": "Korte dager først."},
        [
            "Første dag: 7. desember 2026 / –",
            "Timer i uken: 20,5 / 20",
            "Det vi har blitt enige om: Fast prat hver fredag. / Korte dager først.",
        ],
        "Lagre avtalen",
    ),
    Editing(
        candidate,
        {"first_name": "Mina", "phone": "400 00 001"},
        {"first_name": "Anna", "email": "anna@eksempel.no"},
        ["Telefon: 400 00 001 / 90 00 00 01", "Hva kandidaten vil bli kalt: Mina / Anna"],
    ),
    Editing(
        wishes,
        {"wishes": "Noe inne.", "interests": ["food_and_serving", "shop"]},
        {"wishes": "Noe ute."},
        [
            "Ønsker, med kandidatens egne ord: Noe inne. / Noe ute.",
            "Liker: Butikk og salg, Mat og servering / Mat og servering",
        ],
    ),
    Editing(
        times,
        {"max_travel_minutes": "20", "earliest_start": "09:00"},
        {"max_travel_minutes": "40"},
        ["Tidligst fra klokka: 09:00 / –", "Lengste reise hver vei, i minutter: 20 / 40"],
    ),
    Editing(oneself, {"phone": "400 00 001"}, {"phone": "400 00 002"}, ["Telefon: 400 00 001 / 400 00 002"]),
    Editing(
        opening,
        {"title": "Fra den første", "tasks-0": "Rydde lageret", "shifts-0-starts_at": "07:30"},
        {"title": "Fra den andre", "pay": "Etter tariff"},
        [
            "Tittel: Fra den første / Fra den andre",
            "Oppgaver: Rydde lageret; Lage kaffe / Rydde bord; Lage kaffe",
            f"Arbeidstider: {' / '.join(f'{DAYS}, Fra kl. {one}, {REST}' for one in ('07:30', '09:00'))}",
        ],
        "Lagre og se",
    ),
    Editing(
        profile_of_case,
        {"employees": "14", "trade": "yes"},
        {"employees": "13", "trade": "no"},
        [
            "Hvor mange er ansatt hos dere?: 14 / 13",
            "Har dere arbeidsoppgaver som hører til et lærefag?: Ja / Nei",
        ],
    ),
    Editing(
        action,
        {"responsible": "Daglig leder", "due_on": "2027-05-03", "is_done": "y"},
        {"responsible": "Verneombudet"},
        [
            "Hvem har ansvaret?: Daglig leder / Verneombudet",
            "Frist: 3. mai 2027 / 21. februar 2027",
            "Tiltaket er gjennomført: Ja / Nei",
        ],
    ),
    Editing(gathering, {"title": "Ny tittel"}, {"title": "Min tittel"}, ["Tittel: Ny tittel / Min tittel"]),
    Editing(
        nav_office,
        {"name": "Nav Først", "region": "Nav Øst-Viken"},
        {"name": "Nav Sist", "region": "Nav Sist"},
        ["Navn: Nav Først / Nav Sist"],
    ),
    Editing(account, {"name": "Kari Først"}, {"name": "Kari Sist"}, ["Navn: Kari Først / Kari Sist"]),
    Editing(user, {"name": "Kari Først"}, {"name": "Kari Sist"}, ["Navn: Kari Først / Kari Sist"], "Lagre navnet"),
]


def written_in(browser: PageClient, name: str) -> object:
    """What stands in a field of the page."""
    found = browser.page.find(attrs={"name": name})
    assert found is not None
    return found.get("value", found.get_text())


def told_to(browser: PageClient) -> list[str]:
    """What the second is told, as «field: what stands saved / what they typed»."""
    told = []
    for one in browser.page.select("dl.newer > div"):
        what, *values = (part.get_text(" ", strip=True) for part in one.select("dt, dd .as-typed"))
        told.append(f"{what}: {' / '.join(values)}")
    return told


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

    assert "Du har lagret dette i et annet vindu" in second.text
    assert told_to(second) == editing.told, "what the first changed, and nothing that only the second did"
    name, typed = next(iter(editing.second.items()))
    assert written_in(second, name) == typed

    third.get(address)
    assert written_in(third, name) == editing.first[name], "nothing was saved over what the first wrote"
    second.submit(button=editing.button)
    third.get(address)
    assert written_in(third, name) == typed, "saving again is a choice"


def test_the_second_is_told_who_the_first_was_and_when(open_browser: Browsers, session: Session) -> None:
    employer = verified_organisation(session)
    leader, colleague = leader_of(session, employer), employee_of(session, employer)
    address = f"/arbeidsgiver/{employer.orgnr}/plasser/{openings.drafted(session, employer, leader).id}/rediger"
    first, second = open_browser().sign_in(colleague), open_browser().sign_in(leader)
    for one in (first, second):
        one.get(address)
    first.submit({"title": "Fra den første"}, button="Lagre og se")
    second.submit({"title": "Fra den andre"}, button="Lagre og se")
    assert f"{colleague.display_name} har lagret mens du skrev" in second.text
    assert "Sist lagret 23. november 2026 kl. 12:00." in second.text


def test_whoever_writes_of_something_else_than_the_first_is_told_that_nothing_meets(
    open_browser: Browsers, session: Session
) -> None:
    who, address = candidate(session)
    first, second = (open_browser().sign_in(who) for _ in range(2))
    second.get(address)
    first.get(address.removesuffix("/rediger/hvem"))
    first.post(address.replace("/rediger/hvem", "/pause"), {"pause": "ja"})
    second.submit({"first_name": "Anna"}, button="Lagre")
    assert told_to(second) == []
    assert "Endringen gjelder ikke noe av det du har skrevet her." in second.text
    assert written_in(second, "first_name") == "Anna"


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

    [told] = told_to(second)
    assert told.startswith("Hvem kom?: Anna, ")
    assert " / Bo, " in told
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


def test_an_old_save_is_not_told_as_what_happened_meanwhile(
    open_browser: Callable[[], PageClient], session: Session, clock: StoppedClock
) -> None:
    found = candidates.candidate(session)
    keeper, own = candidates.keeper_of(session, found), candidates.can_sign_in(session, found)
    address = f"/veileder/kandidater/{found.id}/rediger/hvem"
    earlier = open_browser().sign_in(keeper)
    earlier.get(address)
    earlier.submit({"first_name": "Mina"}, button="Lagre")
    clock.at += timedelta(hours=3)
    mine, theirs = open_browser().sign_in(keeper), open_browser().sign_in(own)
    mine.get(address)
    theirs.get("/min-side/om-meg")
    theirs.post("/min-side/om-meg/pause", {"pause": "ja"})
    mine.submit({"first_name": "Anna"}, button="Lagre")
    assert "Noe ble endret mens du skrev" in mine.text
    assert "Sist lagret" not in mine.text
