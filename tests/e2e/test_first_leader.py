"""An office that gets its first leader: three people, then a counsellor let in by the leader, and a last step down."""

from sqlalchemy import select

from register.people.models import User
from register.roles.grants import living_grants
from register.roles.types import Role
from tests.e2e.world import World
from tests.factories.register import counsellor, office, person
from tests.factories.roles import administrators


def test_an_office_gets_its_first_leader_who_lets_a_counsellor_in(world: World) -> None:
    first, second = administrators(world.session)
    here = office(world.session)
    name, worker = here.name, counsellor(world.session, here)
    newcomer = person(world.session, "Nils Ny")
    addresses = {"newcomer": newcomer.email or "", "worker": worker.email or ""}

    ada = world.signed_in(first).go("/fylket/").menu("Nav-kontorer").follow(f"Foreslå den første lederen på {name}")
    ada.answer(email="lise@nav.test", name="Lise Leder", role="office_leader", office_id=name).press("Foreslå")
    assert "Du foreslo dette selv. En annen administrator må bekrefte det." in ada.text
    proposal = ada.path

    bo = world.signed_in(second).go("/fylket/").follow("Roller")
    assert bo.path == "/fylket/roller/forslag"
    bo.follow("Lise Leder")
    assert bo.path == proposal
    bo.press("Bekreft forslaget")
    assert "Personen har fått en e-post og må selv ta imot." in bo.text

    lise = world.somebody("Lise")
    assert "/tilbud" in world.mails_to("lise@nav.test")[-1]
    lise.go("/tilbud").answer(email="lise@nav.test").press("Send")
    lise.go(world.link_mailed_to("lise@nav.test")).press("Logg inn")
    assert lise.path == "/tilbud"
    assert "Foreslått av Ada Administrator og bekreftet av Bo Administrator i fylkeskommunen." in lise.text
    lise.press("Ja, jeg tar imot")
    assert name in lise.text
    assert "1 veileder" in lise.text
    told = world.mails_to(addresses["worker"])
    assert [f"har gitt {name} en leder i Plass" in text for text in told] == [True], told

    lise.menu("Roller").follow("Gi en rolle")
    lise.answer(email=addresses["newcomer"], name="Nils Ny", role="counsellor").press("Tilby rollen")
    assert "Venter på svar" in lise.text
    nils = world.signed_in(newcomer).go("/hjem")
    assert "Tilbudt av Lise Leder, som er kontorleder." in nils.text
    nils.press("Ja, jeg tar imot")
    nils.menu("Kolleger")
    assert "Lise Leder" in nils.text

    ada.go("/fylket/").menu("Roller")
    assert "Foreslått av Ada Administrator, bekreftet av Bo Administrator" in ada.text
    assert "Kontorlederen Lise Leder" in ada.text

    lise.menu("Roller").follow_to(f"/{_grant_of(world, 'lise@nav.test')}/ta-bort")
    assert "Dette er kontorets eneste leder." in lise.text
    lise.press("Ta bort rollen")
    ada.menu("Nav-kontorer")
    assert "Lise Leder" not in ada.text


def _grant_of(world: World, email: str) -> str:
    user = world.session.scalars(select(User).where(User.email == email)).one()
    [grant] = living_grants(world.session, user_id=user.id)
    assert grant.role is Role.OFFICE_LEADER
    found = str(grant.id)
    world.session.commit()
    return found
