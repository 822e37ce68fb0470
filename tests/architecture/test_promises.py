"""Every sentence that may promise something is judged in docs/promises.md, and each promise has its test."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from wtforms.fields.core import UnboundField

from app.candidates import forms
from app.candidates.profile_form import ProfileForm, WishesForm
from app.kernel.forms.base import Form
from config import ROOT
from matching.records.tables.candidate import Candidate
from tests.support.sentences import PROMISING, PROMISING_TO_STAFF, sentences_of

LIST = ROOT / "docs" / "promises.md"
PRIVACY = ROOT / "app" / "front" / "templates" / "public" / "privacy.html"
ROW = re.compile(r"^\| (?P<sentence>.+?) \| (?P<kind>promise|fact) \| ?(?P<proof>.*?) ?\|$", re.MULTILINE)


def judged() -> Mapping[str, tuple[str, list[str]]]:
    """Each sentence of the list: what it is, and the tests that prove it."""
    rows = ROW.finditer(LIST.read_text(encoding="utf-8"))
    return {row["sentence"]: (row["kind"], re.findall(r"`([^`]+)`", row["proof"])) for row in rows}


def of_the_young() -> Iterator[Path]:
    """The templates of the young person's own pages."""
    for file in sorted((ROOT / "app").glob("*/templates/**/*.html")):
        extends = "layouts/candidate.html" in file.read_text(encoding="utf-8") and "kernel" not in file.parts
        if extends or file.name == "forgotten_soon.html":
            yield file


def of_the_others() -> Iterator[Path]:
    """All other templates, and the modules with descriptions of fields, refusals and what is told after an act."""
    young = set(of_the_young())
    for file in sorted([*(ROOT / "app").glob("*/templates/**/*.html"), *(ROOT / "app").rglob("*.py")]):
        if file not in young and "development" not in file.parts:
            yield file


def to_the_young() -> set[str]:
    """Every sentence of /personvern and the mails, and those of the young person's own pages that sound like one."""
    whole = [PRIVACY, *sorted((ROOT / "app").glob("*/templates/mail/*.txt"))]
    found = {sentence for file in whole for sentence in sentences_of(file)}
    return found | {one for file in of_the_young() for one in sentences_of(file) if PROMISING.search(one)}


def to_judge() -> set[str]:
    """Every sentence that must stand in the list."""
    others = {one for file in of_the_others() for one in sentences_of(file) if PROMISING_TO_STAFF.search(one)}
    return to_the_young() | others


@cache
def names_in(file: str) -> frozenset[str]:
    """The tests that pytest would collect from a file."""
    path = ROOT / file
    if not path.is_file() or not path.name.startswith("test_"):
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def is_a_test(proof: str) -> bool:
    file, _, name = proof.partition("::")
    return name in names_in(file)


def test_every_sentence_is_judged_and_none_that_is_gone() -> None:
    assert to_judge() - judged().keys() == set(), "new or changed: is it a promise? Then what keeps it?"
    assert judged().keys() - to_judge() == set()


def test_every_promise_has_a_test_that_is_there() -> None:
    promises = {sentence: proofs for sentence, (kind, proofs) in judged().items() if kind == "promise"}
    assert len(promises) > 40
    assert [sentence for sentence, proofs in promises.items() if not proofs] == []
    assert [(one, proof) for one, proofs in promises.items() for proof in proofs if not is_a_test(proof)] == []
    assert not is_a_test("tests/architecture/test_promises.py::test_that_is_not_there")
    assert not is_a_test("docs/promises.md::test_every_promise_has_a_test_that_is_there")


def test_what_is_called_a_fact_does_not_sound_like_a_promise_to_the_young() -> None:
    """Those that do are looked at here, one by one."""
    facts = {sentence for sentence, (kind, _) in judged().items() if kind == "fact"}
    assert {one for one in facts & to_the_young() if PROMISING.search(one)} == SOUND_LIKE_ONE


WHAT_IS_WRITTEN = (
    "Vi skriver ned det som trengs for å finne en plass: hva du vil, hva du kan, når du kan jobbe, og hva som må til "
    "for at det går bra."
)
SOUND_LIKE_ONE = {
    "Be om å bli slettet",
    "Både Nav og fylkeskommunen har et personvernombud som du kan snakke med.",
    "Dere kan gå videre:",
    "Det er gratis, og du kan gjøre det selv om du er under 18 år.",
    "Du blir slettet",
    "Du har bedt om å bli slettet fra Plass",
    "Du kan ikke svare på denne e-posten.",
    "Du kan be om tilgang igjen her:",
    "Du kan klage til Datatilsynet.",
    "Du kan logge inn her:",
    "Du kan nå forberede alt sammen med kollegene dine:",
    "Du kan nå legge ut plasser, signere sertifiseringen og ta imot unge som har sagt ja til dere:",
    "Du kan også begynne å forberede sertifiseringen.",
    "Du kan også lese det selv når du har logget inn:",
    "Du kan også ta kontakt selv.",
    "Du skal svare innen %(months)s.",
    "Du skal vite hva som står om deg, hvem som har sett det, og hvordan du får rettet eller slettet det.",
    "Du skulle hatt svar innen %(date)s.",
    "En av kandidatene dine blir snart slettet fra Plass",
    "En av kandidatene dine har svart på et forslag, eller ombestemt seg.",
    "En av kandidatene dine vil slettes fra Plass",
    "Fylkeskommunen kunne ikke bekrefte at du kan handle på vegne av %(organisation)s.",
    "Har du ombestemt deg?",
    "Ja, slett meg",
    "Jeg har ombestemt meg",
    "Logg inn for å se hvem det er, og svar så snart dere kan.",
    "Noe blir igjen når du er slettet:",
    "Sertifiseringen er sendt tilbake, og dere kan endre svarene.",
    "Senest til",
    "Ring veilederen din med en gang, for da kommer du ikke inn selv.",
    "Slett meg",
    WHAT_IS_WRITTEN,
    "Vil du slettes?",
}
"""A heading, a button, what somebody else is to do, what has happened, or a right that the law gives."""


def test_nobody_but_who_proves_an_answer_sends_a_file() -> None:
    """No certificate of good conduct, contract or picture of anybody is taken in."""
    with_files = [
        file for file in (ROOT / "app").rglob("*.py") if re.search(r"= (Multiple)?FileField\(", file.read_text())
    ]
    assert {str(file.relative_to(ROOT / "app")) for file in with_files} == {
        "cases/employer/forms.py",
        "development/components.py",
    }


def test_nobody_is_asked_about_health_benefits_or_pictures() -> None:
    kinds = [ProfileForm, WishesForm, *(one for one in vars(forms).values() if _is_form(one))]
    names = {name for kind in kinds for name in dir(kind) if isinstance(getattr(kind, name), UnboundField)}
    kept = set(Candidate.__table__.columns.keys())
    assert len(names) > 20
    assert not {
        one for one in names | kept if re.search(r"diagnos|health|benefit|picture|photo|image|number_of_id", one)
    }
    files = {f"{kind.__name__}.{name}" for kind in kinds for name in names if _takes_files(getattr(kind, name, None))}
    assert files == set()


def _is_form(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, Form) and thing is not Form


def _takes_files(field: object) -> bool:
    return isinstance(field, UnboundField) and "File" in field.field_class.__name__
