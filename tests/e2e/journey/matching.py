"""Step 6: a counsellor finds a place for somebody of 17, who says yes; only then the employer sees a name."""

from dataclasses import dataclass

from tests.e2e.journey.employer import Employer
from tests.e2e.journey.posting import PAID, UNPAID
from tests.e2e.visitor import Visitor
from tests.e2e.world import World

PIN = "270461"
NAME, PHONE, MAIL, NOTE = "Tindra", "90 00 00 17", "tindra@ung.example", "Jeg tenkte på deg da jeg så denne."


@dataclass
class Young:
    """The candidate, on a small phone without script, and where the counsellor keeps what is known."""

    phone: Visitor
    address: str


def match(world: World, employer: Employer, counsellor: Visitor) -> Young:
    """From a first talk to a yes."""
    address = register_candidate(counsellor)
    propose(counsellor)
    counsellor.go(address).follow_to("/kode").press("Lag kode")
    code = counsellor.main.locator(".code-shown").inner_text()

    phone = world.somebody(NAME, width=360, script=False)
    phone.go("/min-side/kode").answer(code=code.lower()).press("Gå videre")
    phone.answer(birth_date="14.03.2009", pin=PIN).press("Velg PIN-koden")
    phone.answer(own="yes").press("Gå videre").follow(PAID)
    assert NOTE in phone.text
    assert phone.main.get_by_role("heading", name="Hvorfor akkurat denne?").is_visible()
    assert_hidden_from(employer)
    phone.answer(adaptations=["one_contact"]).press("Ja, jeg vil")
    world.run_jobs()
    employer.leader.menu("Kandidater")
    assert NAME in employer.leader.text
    assert PHONE not in employer.leader.text, "what was not ticked is not shared"
    return Young(phone, address)


def register_candidate(counsellor: Visitor) -> str:
    """The question that comes first, as little as is needed, and the rest in the talk, step by step."""
    counsellor.go("/veileder/").follow_to("/kandidater/ny").answer(protected="no").press("Gå videre")
    counsellor.answer(
        first_name=NAME, birth_date="2009-03-14", finished_year_10="yes", municipality_number="3205"
    ).press("Registrer")
    counsellor.answer(phone=PHONE, email=MAIL).press("Lagre og gå videre")
    counsellor.answer(
        wishes="Jeg vil jobbe med mat.",
        interests=["food_and_serving"],
        kinds_wanted=["permanent_job", "work_training_part"],
    ).press("Lagre og gå videre")
    counsellor.answer(
        hours_per_week_min="10",
        hours_per_week_max="20",
        days=["monday", "tuesday", "friday"],
        max_travel_minutes="45",
        travel_modes=["public_transport"],
    ).press("Lagre og gå videre")
    counsellor.answer(skills=["talk_to_people"], wants_to_learn=["till"], adaptations=["one_contact"]).press(
        "Lagre og se over alt"
    )
    return counsellor.path


def propose(counsellor: Visitor) -> None:
    """Both places stand there with reasons, the one that fits better first; it is proposed."""
    counsellor.follow_to("/plasser")
    cards = counsellor.main.locator(".entry")
    for place, title in enumerate((PAID, UNPAID)):
        assert title in cards.nth(place).inner_text()
        assert cards.nth(place).locator(".reason-check").count() > 0, f"{title} stands without a reason"
    counsellor.follow(PAID).answer(note=NOTE).press("Foreslå plassen")


def assert_hidden_from(employer: Employer) -> None:
    """No page of the employer shows anything of the candidate."""
    for page in ("", "kandidater", "plasseringer", "plasser"):
        for who in (employer.leader, employer.colleague):
            answer = who.page.request.get(employer.home + page)
            assert not any(word in answer.text() for word in (NAME, PHONE, MAIL, NOTE)), f"{who.name} at {page}"
