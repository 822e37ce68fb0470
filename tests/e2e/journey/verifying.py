"""Step 4: anyone sees that the certificate is valid, can take the PDF, and finds the employer in the list."""

from tests.e2e.journey.employer import Employer
from tests.e2e.visitor import Visitor


def verify(anyone: Visitor, employer: Employer) -> None:
    """The certificate as a buyer meets it, and the network that follows by itself."""
    anyone.go("/virksomheter").follow(employer.name).follow("Se sertifikatet")
    assert anyone.path.startswith("/s/")
    assert employer.name in anyone.text
    assert "Gyldig" in anyone.text

    address = anyone.main.locator('a[href$="/sertifikat.pdf"]').first.get_attribute("href") or ""
    pdf = anyone.page.request.get(address)
    assert pdf.ok
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF")
    answer = anyone.page.request.get(f"/api/v1/sertifikat/{employer.orgnr}").json()
    assert anyone.path.removeprefix("/s/") in str(answer)

    employer.leader.menu("Nettverk")
    assert "Dere er medlem" in employer.leader.text
