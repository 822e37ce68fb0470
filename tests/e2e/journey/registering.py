"""Step 1: a newcomer registers an employer, the county confirms who leads it, and the leader lets a colleague in."""

from tests.e2e.journey.employer import Employer
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories.register import unit, workplaces_of

LEADER, LEADER_MAIL = "Kari Nordby", "kari@solsiden.example"
COLLEAGUE, COLLEAGUE_MAIL = "Jonas Haugen", "jonas@solsiden.example"


def register(world: World, programme_lead: Visitor) -> Employer:
    """From an e-mail address to a confirmed leader with a colleague."""
    known = unit(name="Solsiden Kafé AS")
    world.register.put(known, workplaces=workplaces_of(known.name, 2))
    kari, jonas = world.somebody(LEADER), world.somebody(COLLEAGUE)
    employer = Employer(known.orgnr, known.name, kari, jonas)

    sign_in_by_mail(world, kari, LEADER_MAIL)
    kari.answer(orgnr=f"{known.orgnr[:3]} {known.orgnr[3:6]} {known.orgnr[6:]}").press("Finn virksomheten")
    assert known.name in kari.text
    kari.answer(position="Daglig leder").press("Registrer virksomheten")
    assert kari.path == employer.home
    kari.go("/konto").answer(name=LEADER).press("Lagre")

    programme_lead.go("/fylket/").menu("Fullmakter").follow(LEADER)
    programme_lead.answer(confirm_reason="Daglig leder i Enhetsregisteret. Ringte sentralbordet.")
    programme_lead.press("Bekreft som leder")
    assert any("Du kan nå legge ut plasser" in text for text in world.mails_to(LEADER_MAIL))

    kari.go(employer.home).menu("Kolleger").follow_to("/kolleger/inviter")
    kari.answer(email=COLLEAGUE_MAIL, name=COLLEAGUE, role="employee").press("Send invitasjonen")
    assert COLLEAGUE in kari.text
    assert any("inviterer deg" in text for text in world.mails_to(COLLEAGUE_MAIL))
    sign_in_by_mail(world, jonas, COLLEAGUE_MAIL)
    jonas.press(f"Si ja til {known.name}")
    assert jonas.path == employer.home
    return employer


def sign_in_by_mail(world: World, who: Visitor, address: str) -> None:
    """Ask for a link, take it from the mail, and use it; pressed again, it leads to where it led."""
    who.go("/logg-inn").answer(email=address).press("Send meg en lenke")
    link = world.link_mailed_to(address)
    who.go(link).press("Logg inn")
    arrived = who.path
    assert who.go(link).path == arrived
