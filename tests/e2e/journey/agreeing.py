"""Step 7: the shared plan is written and approved by all three, the counsellor last, and the start is confirmed."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.journey.employer import Employer
from tests.e2e.journey.matching import MAIL, NAME, NOTE, PHONE, Young
from tests.e2e.journey.posting import PAID
from tests.e2e.visitor import Visitor
from tests.e2e.world import World

PLAN = "Tindra rydder bord de første ukene."
APPROVE = 'form[action$="/godkjenn"]'


def agree_and_start(world: World, employer: Employer, young: Young, counsellor: Visitor) -> None:
    """From the employer's yes to the first day at work."""
    kari, today = employer.leader, world.clock.now().date()
    kari.press("Ja, vi lager en avtale")
    placement = kari.path
    kari.follow_to("/avtale").answer(
        contract_type="employment_contract",
        contract_reference="Arkiv 26/117",
        contract_date=(today - timedelta(days=3)).isoformat(),
        starts_on=today.isoformat(),
        hours_per_week="15",
        mentor_name="Mari Mentor",
        plan=PLAN,
    ).press("Lagre avtalen")
    assert kari.main.locator(APPROVE).count() == 0, "under 18 the risk is assessed first"
    kari.follow_to("/avtale").answer(risk_assessed_on=(today - timedelta(days=2)).isoformat()).press("Lagre avtalen")

    counsellor.menu("I gang").follow(NAME)
    assert counsellor.main.locator(APPROVE).count() == 0, "the counsellor approves last"
    kari.press("Godkjenn")
    young.phone.go("/min-side/").follow(PAID).press("Ja, jeg er enig")
    counsellor.menu("I gang").follow(NAME).press("Godkjenn")

    kari.go(placement).follow_to("/oppstart").press("Bekreft oppstart")
    expect(kari.main.locator(".follow-ups > li")).to_have_count(5)
    young.phone.go("/min-side/").follow(PAID)
    assert "Etter én uke" in young.phone.text


def remind_of_first_talk(world: World, counsellor_mail: str) -> None:
    """A week later the counsellor is reminded; no mail of the whole journey tells anything about the candidate."""
    world.clock.forward(days=7)
    assert any("En samtale du har ansvar for" in text for text in world.mails_to(counsellor_mail))
    for mail in world.mail.sent:
        told = f"{mail.subject}\n{mail.text}"
        for secret in (NAME, PHONE, MAIL, NOTE, PLAN, PAID, "2009", "17 år", "Lillestrøm"):
            assert secret not in told, f"{secret} stands in a mail to {mail.recipient}: {told}"
