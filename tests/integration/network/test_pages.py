"""The pages of the network: the county plans, employers sign up."""

import uuid
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.mails.sending import send_outbox
from certification.network.models import Gathering, SignUp
from certification.network.types import GatheringState
from register.roles.types import Role
from tests.factories.cases import answering_case
from tests.factories.certificates import certificate_of
from tests.factories.network import gathering
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, KeptMail, StoppedClock

FILLED_IN = {
    "title": "Gode første uker",
    "about": "Tre virksomheter forteller.",
    "day": "2027-01-14",
    "begins": "09:00",
    "ends": "11:30",
    "place": "Fylkeshuset",
    "meeting_link": "https://moete.example/uker",
    "capacity": "2",
}


@pytest.fixture
def lead(session: Session, browser: PageClient) -> PageClient:
    """A browser in which the programme lead is signed in."""
    return browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))


def how_many(session: Session, what: type[Gathering] | type[SignUp]) -> int:
    return session.scalar(select(func.count()).select_from(what)) or 0


def test_the_county_plans_a_gathering_and_a_member_signs_up(
    session: Session, lead: PageClient, open_browser: Callable[[], PageClient]
) -> None:
    lead.get("/fylket/samlinger/ny")
    lead.submit(FILLED_IN, button="Lagre")
    made = session.scalars(select(Gathering)).one()
    assert made.starts_at.isoformat() == "2027-01-14T08:00:00+00:00"  # 9 in the Norwegian winter
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    member = open_browser().sign_in(leader_of(session, organisation))
    there = f"/arbeidsgiver/{organisation.orgnr}/nettverk"
    member.get(f"{there}/{made.id}", status=404)  # a draft
    lead.submit(button="Publiser")
    assert "Åpen for påmelding" in lead.text
    member.get(there)
    assert "Dere er medlem" in member.text
    assert "14. januar 2027 kl. 09:00–11:30" in member.text
    assert organisation.name in member.text
    member.get(f"{there}/{made.id}")
    assert "moete.example" not in member.response.text
    member.submit(button="Meld meg på")
    assert "Du er påmeldt" in member.text
    assert member.page.select_one('a[href="https://moete.example/uker"]') is not None
    member.get(f"/arbeidsgiver/{organisation.orgnr}/")
    assert "Neste samling: «Gode første uker», 14. januar 2027." in member.text
    lead.get(f"/fylket/samlinger/{made.id}")
    assert "1 påmeldt" in lead.text
    assert "Medlem" in lead.text
    member.get(f"{there}/{made.id}")
    member.submit(button="Meld meg av")
    assert "Du er meldt av" in member.text
    member.post(f"{there}/{made.id}/meld-av")
    assert "Meld meg på" in member.text


def test_a_repeated_submit_plans_one_gathering(session: Session, lead: PageClient) -> None:
    lead.get("/fylket/samlinger/ny")
    key = lead.page.find("input", attrs={"name": "submit_key"})
    assert key is not None
    values = {**FILLED_IN, "submit_key": key["value"]}
    lead.post("/fylket/samlinger/ny", values)
    first = lead.address
    lead.post("/fylket/samlinger/ny", values)
    assert lead.address == first
    assert how_many(session, Gathering) == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "Skriv hva samlingen heter."),
        ({"ends": "08:00"}, "Slutten må være etter begynnelsen."),
        ({"place": "", "meeting_link": ""}, "Skriv et sted, en lenke eller begge deler."),
        ({"meeting_link": "javascript:alert(1)"}, "Skriv nettadressen slik: www.virksomhet.no"),
        ({"meeting_link": "http://moete.example/uker"}, "Lenken må begynne med https://."),
        ({"capacity": "0"}, "Skriv et tall på minst 1"),
    ],
)
def test_what_is_wrong_in_the_form_is_told_and_nothing_is_lost(
    session: Session, lead: PageClient, wrong: dict[str, str], told: str
) -> None:
    lead.get("/fylket/samlinger/ny")
    lead.submit({**FILLED_IN, **wrong}, button="Lagre")
    assert told in lead.text
    assert "Tre virksomheter forteller." in lead.text
    assert how_many(session, Gathering) == 0


def test_the_second_of_two_who_edit_is_told(
    session: Session, lead: PageClient, open_browser: Callable[[], PageClient]
) -> None:
    made = gathering(session)
    other = open_browser().sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    for one in (lead, other):
        one.get(f"/fylket/samlinger/{made.id}/endre")
    other.submit({"title": "Ny tittel"}, button="Lagre")
    lead.submit({"title": "Min tittel"}, button="Lagre")
    assert "har lagret mens du skrev" in lead.text
    assert made.title == "Ny tittel"


def test_a_gathering_is_called_off_and_those_coming_read_why(
    app: Flask, session: Session, lead: PageClient, open_browser: Callable[[], PageClient], mail: KeptMail
) -> None:
    made = gathering(session)
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    member = open_browser().sign_in(leader_of(session, organisation))
    there = f"/arbeidsgiver/{organisation.orgnr}/nettverk/{made.id}"
    member.get(there)
    member.submit(button="Meld meg på")
    lead.get(f"/fylket/samlinger/{made.id}/avlys")
    lead.submit({"reason": "Innlederen er syk."}, button="Avlys samlingen")
    assert made.state_at(NOON) is GatheringState.CANCELLED
    session.commit()
    with app.app_context():
        send_outbox()
    assert [one.subject for one in mail.sent] == ["Samlingen «Gode første uker» er avlyst"]
    assert there in mail.sent[0].text
    member.get(there)
    assert "Innlederen er syk." in member.text
    assert "Meld meg" not in member.text
    member.get(f"/arbeidsgiver/{organisation.orgnr}/nettverk")
    assert "Ingen samlinger er planlagt nå" in member.text
    lead.get("/fylket/samlinger?vis=tidligere")
    assert "Avlyst" in lead.text


def test_who_came_is_recorded_on_the_page(
    session: Session, lead: PageClient, open_browser: Callable[[], PageClient], clock: StoppedClock
) -> None:
    made = gathering(session)
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    member = open_browser().sign_in(leader_of(session, organisation, "Lars Leder"))
    member.get(f"/arbeidsgiver/{organisation.orgnr}/nettverk/{made.id}")
    member.submit(button="Meld meg på")
    lead.get(f"/fylket/samlinger/{made.id}/oppmote")
    lead.submit(button="Lagre oppmøtet")
    assert "Dette går ikke lenger" in lead.text
    clock.at = made.ends_at
    lead.sign_in(person_with_role(session, Role.PROGRAMME_LEAD, now=clock.now()))
    lead.get(f"/fylket/samlinger/{made.id}/oppmote")
    assert "Lars Leder" in lead.text
    lead.submit({"attended": []}, button="Lagre oppmøtet")
    assert session.scalars(select(SignUp.attended)).all() == [False]


def test_a_guest_is_told_so_and_an_outsider_is_told_how_to_come_in(
    session: Session, open_browser: Callable[[], PageClient]
) -> None:
    made = gathering(session)
    applicant, outsider = verified_organisation(session), verified_organisation(session)
    leader = leader_of(session, applicant)
    answering_case(session, applicant, leader)
    guest = open_browser().sign_in(leader)
    guest.get(f"/arbeidsgiver/{applicant.orgnr}/nettverk")
    assert "Dere deltar som gjest" in guest.text
    guest.get(f"/arbeidsgiver/{applicant.orgnr}/nettverk/{made.id}")
    guest.submit(button="Meld meg på")
    assert "Du er påmeldt som gjest" in guest.text
    stranger = open_browser().sign_in(leader_of(session, outsider))
    here = f"/arbeidsgiver/{outsider.orgnr}/nettverk/{made.id}"
    stranger.get(here)
    assert "Meld meg på" not in stranger.text
    stranger.post(f"{here}/meld-pa")
    assert "Samlingene er for sertifiserte virksomheter" in stranger.text
    assert how_many(session, SignUp) == 1


def test_foreign_and_missing_ids_look_the_same(session: Session, browser: PageClient) -> None:
    made = gathering(session)
    mine, others = verified_organisation(session), verified_organisation(session)
    certificate_of(session, mine)
    browser.sign_in(leader_of(session, mine))
    browser.get(f"/arbeidsgiver/{mine.orgnr}/nettverk/{uuid.uuid4()}", status=404)
    browser.get(f"/arbeidsgiver/{others.orgnr}/nettverk/{made.id}", status=404)
    browser.post(f"/arbeidsgiver/{others.orgnr}/nettverk/{made.id}/meld-pa", status=404)
    browser.post(f"/arbeidsgiver/{mine.orgnr}/nettverk/{uuid.uuid4()}/meld-pa", status=404)
    browser.get(f"/fylket/samlinger/{made.id}", status=403)
    assert how_many(session, SignUp) == 0
