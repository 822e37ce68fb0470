"""Signing in at a computer with the mail on the telephone: the code goes over by eye and hand, no link moves."""

import re

import pytest

from tests.e2e.world import World


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
