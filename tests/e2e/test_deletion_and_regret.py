"""A young person on a small phone deletes themself, regrets it, and does it again: then they are gone."""

from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories.placements import trio
from tests.support.doors import LONG_AGO, PIN, knows_pin

PHONE = {"width": 360, "height": 740}


def delete(amina: Visitor) -> None:
    """From the first page to the last button, by links and buttons alone."""
    amina.go("/min-side/om-meg").follow("Slett meg")
    amina.answer(pin=PIN).press("Ja, slett meg")


def test_a_deletion_and_a_regret_on_a_phone(world: World) -> None:
    story = trio(world.session, first_name="Amina")
    key = story.person.id
    knows_pin(world.session, story.person)
    amina = world.signed_in(story.young, held_since=LONG_AGO)
    amina.page.set_viewport_size(PHONE)
    delete(amina)
    assert "Du blir slettet 7. desember 2026" in amina.text.replace("\xa0", " ")
    amina.follow("Se og last ned det som står om meg")
    amina.go("/min-side/").press("Jeg angrer, behold meg")
    assert "Så fint at du blir" in amina.text
    assert "Hei, Amina!" in amina.text
    amina.go("/min-side/rettigheter")
    delete(amina)
    world.clock.forward(days=14, minutes=1)
    world.run_jobs()
    amina.go("/min-side/")
    assert amina.path == "/min-side/inn", "nobody is signed in any more"
    world.session.expire_all()
    assert world.session.get_one(type(story.person), key).forgotten_at is not None
