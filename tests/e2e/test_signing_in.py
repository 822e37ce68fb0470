"""Signing in at a computer with the mail on the telephone, and staying when one has not pressed anything for long."""

import re

import pytest

from tests.e2e.world import World
from tests.factories.register import counsellor


@pytest.mark.parametrize("script", [True, False])
def test_the_code_is_typed_where_one_asked_while_the_mail_is_read_on_another_device(world: World, script: bool) -> None:
    computer, telephone = world.somebody("kari", script=script), world.somebody("kari", width=360)
    computer.go("/konto").answer(email="kari@bedrift.test").press("Send meg en lenke")
    [mail] = world.mails_to("kari@bedrift.test")
    [link] = re.findall(r"/logg-inn/\S+", mail)
    [code] = re.findall(r"^\w{4}-\w{4}$", mail, re.MULTILINE)
    telephone.go(link, status=410)
    assert "Gå tilbake dit, og skriv inn koden" in telephone.text
    computer.answer(code="BCDF-GHJK").press("Logg inn")
    assert "Koden stemmer ikke" in computer.text
    computer.answer(code=code.replace("-", " ").lower()).press("Logg inn")
    assert (computer.path, "kari@bedrift.test" in computer.text) == ("/konto", True)
    telephone.go("/konto")
    assert telephone.path == "/logg-inn"


def test_whoever_is_here_still_is_asked_before_the_session_ends_and_stays_with_a_press(world: World) -> None:
    vera = world.signed_in(counsellor(world.session))
    vera.page.clock.install()
    vera.go("/konto")
    warning = vera.page.get_by_role("status").filter(has_text="Er du her fortsatt?")
    vera.page.clock.fast_forward("54:00")
    assert warning.count() == 0
    vera.page.get_by_label("Navn").focus()
    vera.page.clock.fast_forward("02:00")
    warning.wait_for()
    vera.look()
    world.clock.forward(minutes=56)
    with vera.page.expect_response("**/konto/her"):
        vera.page.get_by_role("button", name="Jeg er her").click()
    warning.wait_for(state="detached")
    assert vera.page.evaluate("document.activeElement.name") == "name"
    world.clock.forward(minutes=56)
    vera.go("/konto")
    assert vera.path == "/konto"


def test_whoever_comes_too_late_is_told_and_finds_what_was_typed_after_sign_in(world: World) -> None:
    user = counsellor(world.session)
    address = str(user.email)
    vera = world.signed_in(user)
    vera.page.clock.install()
    vera.go("/konto").answer(name="Vera Lang")
    vera.page.clock.fast_forward("01:00:10")
    vera.page.get_by_role("status").filter(has_text="Du er logget ut.").wait_for()
    world.clock.forward(minutes=61)
    vera.press("Lagre").answer(email=address).press("Send meg en lenke")
    vera.go(world.link_mailed_to(address)).press("Logg inn")
    assert vera.path == "/konto"
    assert vera.main.locator('[name="name"]').input_value() == "Vera Lang"
