"""Step 3: a certifier chosen by the county looks at claim and evidence, and two people in the county decide."""

from tests.e2e.journey.employer import Employer
from tests.e2e.visitor import Visitor


def certify(employer: Employer, programme_lead: Visitor, council: Visitor, certifier: Visitor) -> None:
    """From a case that is sent in to a decision."""
    programme_lead.menu("Saker").follow(employer.name).follow_to("/sertifisor")
    programme_lead.choose(certifier.name).press("Gi saken")

    certifier.go("/sertifisor/").follow(employer.name).answer(impartial=True).press("Se saken")
    first_area = certifier.main.locator('a[href*="/omrade/"]').first.get_attribute("href") or ""
    certifier.follow_to(first_area)
    while "/omrade/" in certifier.path:
        approve_area(certifier)
    certifier.follow_to("/innstilling").answer(outcome="approved", text="Alt er på plass.")
    certifier.press("Send innstillingen")

    programme_lead.menu("Saker").follow(employer.name).follow_to("/vedtak")
    programme_lead.answer(outcome="approved", reasons="Kravene er oppfylt.", impartial=True).press("Foreslå vedtaket")
    programme_lead.follow("Se forslaget til vedtak")
    assert programme_lead.button("Bekreft vedtaket").count() == 0, "nobody decides alone"

    council.go("/fylket/").menu("Saker").follow(employer.name).follow("Se forslaget til vedtak")
    council.answer(**{"ja-impartial": True}).press("Bekreft vedtaket")
    employer.leader.menu("Sertifisering")
    assert "Kravene er oppfylt." in employer.leader.text


def approve_area(certifier: Visitor) -> None:
    """A passing finding on each criterion of an area."""
    criteria = certifier.main.locator("section.criterion").evaluate_all("all => all.map(one => one.id)")
    assert criteria
    assert "Slik gjør vi det." in certifier.text, "the employer's claim stands beside the finding"
    for criterion in criteria:
        certifier.answer(**{f"{criterion}-value": "approved"})
    certifier.press("Lagre og gå videre")
