"""Step 2: the employer answers criterion by criterion, two people on one case, and the leader signs."""

from datetime import timedelta

from playwright.sync_api import FilePayload

from tests.e2e.journey.employer import Employer
from tests.e2e.visitor import Visitor
from tests.e2e.world import World

PAPER = FilePayload(name="rutine.txt", mimeType="text/plain", buffer="Slik gjør vi det hos oss.".encode())


def assess(world: World, employer: Employer) -> None:
    """From nothing to a case that is signed and sent in."""
    kari, jonas = employer.leader, employer.colleague
    kari.menu("Sertifisering").follow_to("/sak/start").answer(level="inkluderende").press("Start")
    kari.answer(has_under_18="yes", trade="no", has_apprentices="no", takes_training="no").press("Lagre")
    assert "Dette mangler" in kari.text

    jonas.menu("Sertifisering").follow("Fortsett med")
    wants_action = answer_area(jonas)
    jonas.press("Lagre og gå videre")
    kari.menu("Sertifisering").follow("Fortsett med")
    while "/omrade/" in kari.path:
        wants_action += answer_area(kari)
        kari.press("Lagre og gå videre")

    kari.follow_to("/sak/plan")
    due_on = (world.clock.now() + timedelta(days=90)).date().isoformat()
    for criterion in [*wants_action, "", "", ""][: max(3, len(wants_action))]:
        kari.answer(what="Kurse alle ledere", responsible="HR-sjef", due_on=due_on, criterion_id=criterion)
        kari.press("Legg til")

    kari.menu("Sertifisering")
    assert "Ingenting mangler" in kari.text
    kari.follow_to("/sak/signer").answer(confirmed=True).press("Signer og send inn")
    assert kari.main.locator("form").count() == 0, "what is sent in can no longer be changed"


def answer_area(who: Visitor) -> list[str]:
    """Answer all criteria on an area's page, and attach proof where it is asked for.

    Returns the criteria that ask for an action in the plan.
    """
    criteria = who.main.locator("section.criterion").evaluate_all("all => all.map(one => one.id)")
    assert criteria
    for criterion in criteria:
        answer_criterion(who, criterion)
    who.press("Lagre")
    for criterion in criteria:
        lacks_something = who.main.locator(f"#{criterion} .missing").count()
        if lacks_something and who.main.locator(f'button[name="goto"][value="{criterion}"]').count():
            attach_proof(who, criterion)
    return [one for one in criteria if who.main.locator(f'#{one} button[name="goto"][value="plan"]').count()]


def answer_criterion(who: Visitor, criterion: str) -> None:
    """Say that it is met, how, and how many where it is counted."""
    for figure in (f"{criterion}-figure_count", f"{criterion}-figure_out_of"):
        if who.main.locator(f'[name="{figure}"]').count():
            who.answer(**{figure: "20"})
    who.answer(**{f"{criterion}-note": "Slik gjør vi det.", f"{criterion}-value": "met"})


def attach_proof(who: Visitor, criterion: str) -> None:
    """Attach a link or a file, as the page asks; the button that leads there saves what is typed first."""
    name = who.main.locator(f"#{criterion}-tittel").inner_text()
    who.press(f"Legg ved lenke eller fil {name}")
    kind = "link" if "lenke" in who.main.get_by_text("Passer godt").inner_text() else "file"
    if kind == "link":
        who.answer(**{"link-url": f"https://solsiden.example/{criterion.lower()}"})
    else:
        who.main.locator('[name="file-file"]').set_input_files(PAPER)
    who.answer(**{f"{kind}-description": "Slik gjør vi det", f"{kind}-effective_on": "2026-05-01"})
    who.press("Legg ved lenken" if kind == "link" else "Legg ved filen")
