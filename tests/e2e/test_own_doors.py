"""A young person without e-mail comes back alone, forgets the PIN, and is stood in for; nobody else can be them."""

from matching.doors.held import MOST_WRONG_PINS
from register.people.models import User
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.register import counsellor

PIN, NEW_PIN = "270461", "846205"
BORN = "14.03.2007"
IN, ASKS = "Hei, Amina!", "Skriv PIN-koden din"


def code_from(advisor: Visitor, person: str) -> str:
    """The code that the counsellor writes down for the young person."""
    advisor.go(f"/veileder/kandidater/{person}/kode").press("Lag kode")
    return advisor.main.locator(".code-shown").inner_text()


def type_code(phone: Visitor, code: str) -> Visitor:
    """Type it on a telephone."""
    return phone.go("/min-side/kode").answer(code=code).press("Gå videre")


def test_a_telephone_without_e_mail_through_four_visits_on_two_devices_and_a_forgotten_pin(world: World) -> None:
    vera = counsellor(world.session, name="Vera Lund")
    person = str(make.candidate(world.session, vera, phone=None).id)
    advisor = world.signed_in(vera)

    own = world.somebody("own telephone", width=360, script=False)
    type_code(own, code_from(advisor, person))
    own.answer(birth_date=BORN, pin="123456").press("Velg PIN-koden")
    assert "for lett å gjette" in own.text
    own.answer(birth_date=BORN, pin=PIN).press("Velg PIN-koden")
    own.answer(own="yes").press("Gå videre")
    assert IN in own.text
    own.press("Greit, det har jeg lest")

    world.clock.forward(days=5)
    own.go("/min-side/")
    assert ASKS in own.text
    assert "Amina" not in own.page.content(), "no name before the PIN"
    own.answer(pin=PIN).press("Logg inn")
    assert IN in own.text

    lent = world.somebody("a friend's telephone", width=360)
    advisor = world.signed_in(vera)
    type_code(lent, code_from(advisor, person)).answer(pin=PIN).press("Logg inn").press("Gå videre")
    assert IN in lent.text
    own.go("/min-side/")
    assert "Vera Lund laget en kode til deg" in own.text, "and the session that was open goes on"
    lent.go("/min-side/telefoner")
    assert lent.main.get_by_role("button", name="Fjern denne").count() == 1, "the lent one is not known"

    world.clock.forward(days=30)
    own.go("/min-side/")
    own.answer(pin="111112").press("Logg inn")
    assert "Feil PIN-kode" in own.text
    own.follow("Glemt PIN-koden?").follow("Skriv koden")
    advisor = world.signed_in(vera)
    own.answer(code=code_from(advisor, person)).press("Gå videre").go("/min-side/glemt")
    own.answer(pin=NEW_PIN).press("Velg PIN-koden")
    assert IN in own.text


def test_a_counsellor_cannot_be_the_candidate_and_answers_for_them_instead(world: World) -> None:
    vera = counsellor(world.session, name="Vera Lund")
    candidate = make.candidate(world.session, vera)
    person, proposal = str(candidate.id), str(make.proposed(world.session, candidate, published(world.session)).id)
    desk = sign_in_by_mail(world, vera)
    phone = world.somebody("the young person", width=360)
    type_code(phone, code_from(desk, person)).answer(birth_date=BORN, pin=PIN).press("Velg PIN-koden").press(
        "Gå videre"
    )
    assert IN in phone.text

    code = code_from(desk, person)
    desk.go("/min-side/kode")
    assert "Bruk din egen telefon" in desk.text
    away = world.somebody("a machine where nobody has signed in")
    type_code(away, code)
    for _ in range(MOST_WRONG_PINS):
        away.answer(pin="314159").press("Logg inn")
    assert "kommer ikke inn på denne måten" in away.page.inner_text("body")

    desk.go(f"/veileder/kandidater/{person}/forslag/{proposal}").follow("Svar for Amina")
    desk.answer(answer="yes", behalf="no_eid").press("Skriv ned svaret")
    phone.go("/min-side/")
    assert "feil PIN-kode eller fødselsdato fem ganger" in phone.text
    assert "Vera Lund svarte for deg på et forslag" in phone.text
    phone.go(f"/min-side/forslag/{proposal}").press("Jeg har ombestemt meg")
    desk.go(f"/veileder/kandidater/{person}/forslag/{proposal}")
    assert "Trukket" in desk.text


def sign_in_by_mail(world: World, user: User) -> Visitor:
    """Sign in as staff do, in a browser that remembers it."""
    name, address = user.name, user.email or ""
    world.session.commit()
    window = world.somebody(name)
    window.go("/logg-inn").answer(email=address).press("Send meg en lenke")
    return window.go(world.link_mailed_to(address)).press("Logg inn")
