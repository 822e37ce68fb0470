"""No page shows what an engine said as it stands: codes without their names, words of the code, points, versions."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.factories.grown import grown
from tests.support.pages import BadPage, check_page, parsed
from tests.support.raw_output import raw_output
from tests.support.statements import Statements
from tests.support.visits import visits

PAGE = '<!doctype html><html lang="nb"><head><title>x</title></head><body><main><h1>x</h1>{}</main></body></html>'


def said_of(part: str) -> list[str]:
    return raw_output(parsed(PAGE.format(part)))


@pytest.mark.parametrize(
    "part",
    [
        "<p>2 kriterier mangler funn: OPP-3, OPP-4</p>",
        '<p class="criterion-kicker">GRU-2 · Må-krav</p><p>Se under.</p>',
        '<p class="criterion-kicker">GRU-2</p><h2 class="criterion-title"> </h2>',
        '<button aria-label="Legg ved fil til GRU-2">Legg ved</button>',
        '<textarea aria-label="x">GRU-2: Redegjørelsen mangler.</textarea>',
        "<td>not_met</td>",
        "<p>Saken er in_review nå.</p>",
        "<span>recommended</span>",
        '<td data-label="state">submitted</td>',
        "<p>Frist 2026-12-24</p>",
        "<p>Sak 7f9c24e5-2a3d-4f0e-9f0b-6d1c1a2b3c4d</p>",
        "<p>{'code': 1}</p>",
        "<p>%(count)s saker</p>",
        "<p>660 poeng</p>",
        "<p>Regler 3, vekter 2.</p>",
    ],
)
def test_raw_output_on_a_page_is_seen(part: str) -> None:
    assert said_of(part) != []
    with pytest.raises(BadPage):
        check_page(PAGE.format(part), "/")


@pytest.mark.parametrize(
    "part",
    [
        '<p class="criterion-kicker">GRU-2 · Må-krav</p><h2 class="criterion-title">Likestilling og mangfold</h2>',
        "<details><summary>66 av 100 poeng: slik er de regnet ut</summary></details>",
        '<p class="as-typed">Vi kaller det GRU-2 og not_met.</p>',
        "<p>Raden er delt etter «closed_month».</p>",
        "<p>Kjør <code>edition_load</code>.</p>",
        "<p>Filen er kontrollert med SHA-256 og skrevet i UTF-8.</p>",
        '<time datetime="2026-12-24">24. desember 2026</time>',
        '<a href="https://virksomhet.example/not_met">Godkjent</a>',
        "<p>Skriv til ola_nordmann@virksomhet.example.</p>",
    ],
)
def test_what_is_put_into_words_typed_or_marked_as_code_may_stand(part: str) -> None:
    assert said_of(part) == []


@pytest.mark.slow
def test_no_page_of_anybody_shows_raw_output(app: Flask, session: Session) -> None:
    """Every page that each persona can open with things of their own."""
    wrong: dict[str, list[str]] = {}
    pages = set()
    for visit in visits(app, session, grown(session, 1)):
        if visit.answer.mimetype == "text/html":
            pages.add(visit.endpoint)
            if said := raw_output(parsed(visit.answer.text)):
                wrong[f"{visit.persona} at {visit.endpoint}"] = said
    counted: Statements = app.extensions["statements"]
    counted.told()  # a county is more than the budget of one page is set for
    assert len(pages) > 100  # the pages were there to be read
    assert wrong == {}
