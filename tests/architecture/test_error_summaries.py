"""What is asked about the lines above a form, on every page that any test fetches, finds what is wrong."""

import pytest

from tests.support.pages import parsed, summary_faults

FORM = """
<div class="ds-error-summary"><ul>{lines}</ul></div>
<label for="born">Fødselsdato (valgfritt)</label><input id="born">
<fieldset id="kind"><legend>Hva slags plass?</legend>
<input type="radio" id="kind-0"><label for="kind-0">Fast</label></fieldset>
<label for="last">Siste dag</label><input id="last">
"""


def faults_of(*lines: str) -> list[str]:
    """What is found in a page with these lines above its form."""
    return summary_faults(parsed(FORM.format(lines="".join(f"<li>{line}</li>" for line in lines))))


@pytest.mark.parametrize(
    ("lines", "fault"),
    [(['<a href="#born">Fødselsdato: Skriv en dato.</a>'], "begins with the label"),
     (['<a href="#kind-0">Hva slags plass? Velg en.</a>'], "begins with the label"),
     (['<a href="#born">Skriv en dato.</a>', '<a href="#last">Skriv en dato.</a>'], "said twice"),
     (['<a href="#gone">Skriv koden.</a>'], "leads to nothing")],
)  # fmt: skip
def test_a_line_that_doubles_its_label_or_another_or_leads_nowhere_is_found(lines: list[str], fault: str) -> None:
    (found,) = faults_of(*lines)
    assert fault in found


def test_lines_in_the_words_of_their_fields_pass() -> None:
    assert faults_of(
        "Det er for sent.",
        '<a href="#born">Skriv en dato. Det gjelder «Fødselsdato».</a>',
        '<a href="#kind-0">Velg hva slags plass det er.</a>',
        '<a href="#last">Siste dag må være etter oppstarten.</a>',
    ) == []  # fmt: skip
