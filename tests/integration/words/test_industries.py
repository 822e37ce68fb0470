"""An employer's industry: Enhetsregisteret's own name in bokmål, the section first for readers of other languages."""

import pytest
from sqlalchemy.orm import Session

from tests.factories.register import leader_of, verified_organisation
from tests.support.client import PageClient


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nb", "Drift av restauranter og kafeer"),
        ("nn", 'Overnattings- og serveringsverksemd (<span lang="nb">Drift av restauranter og kafeer</span>)'),
        ("en", 'Accommodation and food service activities (<span lang="nb">Drift av restauranter og kafeer</span>)'),
    ],
)
def test_the_detailed_name_is_marked_as_bokmaal_after_the_section_in_the_readers_language(
    browser: PageClient, session: Session, language: str, shown: str
) -> None:
    employer = verified_organisation(session)
    page = browser.sign_in(leader_of(session, employer)).get(f"/sprak/{language}?neste=/arbeidsgiver/{employer.orgnr}/")
    assert shown in [found.decode_contents() for found in page.select("dd")]


def test_a_code_that_nobody_knows_leaves_the_name_as_it_stands(browser: PageClient, session: Session) -> None:
    employer = verified_organisation(session)
    employer.industry_code = "00.000"
    page = browser.sign_in(leader_of(session, employer)).get(f"/sprak/en?neste=/arbeidsgiver/{employer.orgnr}/")
    assert '<span lang="nb">Drift av restauranter og kafeer</span>' in [
        one.decode_contents() for one in page.select("dd")
    ]
