"""Step 5: a colleague drafts a place, the leader publishes it; unpaid places are on no public page."""

from tests.e2e.journey.employer import Employer
from tests.e2e.visitor import Answer, Visitor

PAID, UNPAID = "Medarbeider i kafé", "Prøv deg på kjøkkenet"
PLACE: dict[str, Answer] = {
    "styrk_code": "5246",
    "summary": "Du hjelper til i kafeen sammen med en fast kollega.",
    "workplace_id": "avd 1",
    "tasks-0": "Rydde bord",
    "tasks-1": "Lage kaffe",
    "shifts-0-days": ["monday", "tuesday"],
    "shifts-0-starts_at": "09:00",
    "shifts-0-ends_at": "14:00",
    "shifts-0-break_minutes": "30",
    "adaptations": ["one_contact", "gradual_hours"],
    "contact_name": "Jonas Haugen",
    "contact_phone": "22 22 22 22",
    "mentor_name": "Mari Mentor",
}

PAID_WORK: dict[str, Answer] = {
    "kind": "permanent_job",
    "title": PAID,
    "must_have-0": "Møte og hjelpe kunder",
    "can_learn-0": "Bruke kasse",
    "hours_per_week_min": "10",
    "hours_per_week_max": "15",
    "pay": "Tariff",
    "how_to_apply": "Ring Jonas, eller kom innom.",
}
UNPAID_WORK: dict[str, Answer] = {
    "kind": "work_training_part",
    "title": UNPAID,
    "hours_per_week_min": "5",
    "hours_per_week_max": "25",
    "ends_on": "2027-02-26",
}


def post_places(anyone: Visitor, employer: Employer) -> None:
    """One paid place and one unpaid."""
    kari, jonas = employer.leader, employer.colleague
    draft(jonas, **PLACE, **PAID_WORK)
    assert jonas.main.locator('a[href$="/publiser"]').count() == 0, "an employee only drafts"
    assert PAID not in anyone.go("/stillinger").text
    publish(kari, PAID)
    anyone.go("/stillinger").follow(PAID)
    assert "Lage kaffe" in anyone.text

    draft(kari, **PLACE, **UNPAID_WORK)
    publish(kari, UNPAID)
    address = kari.path.removeprefix(employer.home.rstrip("/")).replace("/plasser/", "/stillinger/")
    anyone.go(address, status=404)
    for page in ("/stillinger", "/stillinger/rss.xml"):
        shown = anyone.page.request.get(page).text()
        assert PAID in shown
        assert UNPAID not in shown, f"an unpaid place stands on {page}"


def draft(who: Visitor, **answers: Answer) -> None:
    """Write a draft and see how it will look; a row is added on the way, and nothing typed is lost."""
    who.menu("Ledige plasser").follow_to("/plasser/ny").answer(**answers).press("Legg til oppgave")
    who.answer(**{"tasks-2": "Snakke med gjestene"}).press("Lagre og se hvordan den blir")
    assert all(task in who.text for task in ("Rydde bord", "Lage kaffe", "Snakke med gjestene"))


def publish(leader: Visitor, title: str) -> None:
    """Look at the draft, and publish it."""
    leader.menu("Ledige plasser").follow("Utkast").follow(title).follow_to("/publiser").press("Publiser")
    assert "Publisert" in leader.text
