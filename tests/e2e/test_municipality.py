"""A municipality of three levels in a browser: a school's number, the ledd alone, the whole, and both orders."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from register.organisations.business_register import Refused, RegisteredUnit
from register.organisations.types import RefusalReason
from register.roles.types import Role
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories.register import person, person_with_role, unit, workplaces_of


@dataclass
class Municipality:
    """The whole, a school that is a ledd below another ledd, and the number of the school's underenhet."""

    whole: RegisteredUnit
    school: RegisteredUnit
    schools_underenhet: str


@pytest.fixture
def municipality(world: World) -> Municipality:
    whole = unit(name="Lysåsen kommune", form_code="KOMM")
    education = unit(name="Lysåsen oppvekst", form_code="ORGL", parent_orgnr=whole.orgnr)
    school = unit(name="Tjernlia skole", form_code="ORGL", parent_orgnr=education.orgnr)
    schools = workplaces_of("Tjernlia skole", 1)
    world.register.put(whole, workplaces=workplaces_of("Lysåsen rådhus", 1), branches=[education])
    world.register.put(education, workplaces=workplaces_of("Lysåsen oppvekst", 2), branches=[school])
    world.register.put(school, workplaces=schools)
    place = schools[0]
    world.register.answers[place.orgnr] = Refused(RefusalReason.IS_WORKPLACE, place.name, school.orgnr)
    return Municipality(whole, school, place.orgnr)


@pytest.fixture
def lead(world: World) -> Visitor:
    return world.signed_in(person_with_role(world.session, Role.PROGRAMME_LEAD, "Pia Programleder"))


@pytest.fixture
def register(world: World, lead: Visitor, municipality: Municipality) -> Callable[[str, RegisteredUnit], Visitor]:
    """Somebody types the number of the school's underenhet, or of the whole, registers, and is confirmed as leader."""

    def do(name: str, wanted: RegisteredUnit) -> Visitor:
        someone = world.signed_in(person(world.session, name)).go("/arbeidsgiver/registrer")
        if wanted is municipality.whole:
            someone.answer(orgnr=wanted.orgnr).press("Finn virksomheten")
        else:
            someone.answer(orgnr=municipality.schools_underenhet).press("Finn virksomheten")
            assert "underenhet" in someone.text
            someone.follow("Bruk dette nummeret")
            assert "er et ledd (en del) av Lysåsen kommune" in someone.text
            if "Hele virksomheten: Lysåsen kommune" in someone.text:
                someone.choose("Bare leddet: Tjernlia skole")
        someone.answer(position="Leder").press("Registrer virksomheten")
        someone.menu("Arbeidssteder")
        assert "Vi henter arbeidssteder fra Enhetsregisteret" in someone.text
        lead.go("/fylket/").menu("Fullmakter").follow(name)
        lead.answer(confirm_reason="Ringte sentralbordet.").press("Bekreft som leder")
        world.clock.forward(minutes=2)
        world.run_jobs()
        return someone.follow("Se hvor langt det er kommet")

    return do


def test_the_ledd_first_and_the_whole_later(
    municipality: Municipality, register: Callable[[str, RegisteredUnit], Visitor]
) -> None:
    rector = register("Rita Rektor", municipality.school)
    assert "Tjernlia skole avd 1" in rector.text
    mayor = register("Odd Ordfører", municipality.whole)
    for there in ("Lysåsen rådhus avd 1", "Lysåsen oppvekst avd 1", "Lysåsen oppvekst avd 2"):
        assert there in mayor.text
    assert "Tjernlia skole avd 1" not in mayor.text
    assert "Tjernlia skole avd 1" in rector.menu("Arbeidssteder").text


def test_the_whole_first_and_the_ledd_later(
    world: World, municipality: Municipality, register: Callable[[str, RegisteredUnit], Visitor]
) -> None:
    mayor = register("Odd Ordfører", municipality.whole)
    assert "Tjernlia skole avd 1" in mayor.text
    rector = register("Rita Rektor", municipality.school)
    assert "Tjernlia skole avd 1 kom fra Lysåsen kommune." in rector.text
    assert "Tjernlia skole avd 1 gikk over til Tjernlia skole." in mayor.menu("Arbeidssteder").text
    told = " ".join(one.subject for one in world.mail.sent)
    assert "Arbeidssteder er gått over fra Lysåsen kommune til Tjernlia skole" in told
    assert "Tjernlia skole har tatt over arbeidssteder fra Lysåsen kommune" in told
