"""The certificate on paper: tagged, archivable, one page of A4, with every letter right."""

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from sqlalchemy.orm import Session

from app.adapters.pdf import OwnFiles
from app.certificates.document import STYLE
from certification.criteria.types import LevelId
from tests.factories.certificates import certificate_of
from tests.factories.register import leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.world import StoppedClock

LETTERS = "ÆØÅ æøå Čáhppesjávri ŋ đ"
LONG_NAME = f"Interkommunalt samarbeid for arbeidsinkluderingsvirksomhet {LETTERS} " + "og gjenbruk " * 8 + "IKS"


def pdf_of(browser: PageClient, code: str) -> PdfReader:
    browser.get(f"/s/{code}/sertifikat.pdf")
    assert browser.response.mimetype == "application/pdf"
    return PdfReader(io.BytesIO(browser.response.data))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags_of(reader: PdfReader) -> list[tuple[str, str]]:
    """The structure elements in order, each with its alternative text."""
    found: list[tuple[str, str]] = []

    def walk(element: object) -> None:
        if isinstance(element, IndirectObject):
            element = element.get_object()
        if isinstance(element, list):
            for part in element:
                walk(part)
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                found.append((str(element["/S"]), str(element.get("/Alt", ""))))
            walk(element.get("/K"))

    walk(reader.root_object["/StructTreeRoot"])
    return found


def test_the_pdf_is_tagged_archivable_and_one_page_of_a4(session: Session, browser: PageClient) -> None:
    found = certificate_of(session, verified_organisation(session))
    reader = pdf_of(browser, found.code)
    assert len(reader.pages) == 1
    size = reader.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (595, 842)
    assert reader.root_object["/Lang"] == "nb"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.xmp_metadata is not None
    assert (reader.xmp_metadata.pdfaid_part, reader.xmp_metadata.pdfaid_conformance) == ("3", "A")
    tags = tags_of(reader)
    assert [tag for tag, _ in tags].count("/H1") == 1
    assert [alt for tag, alt in tags if tag == "/Figure"] == ["QR-kode til siden om sertifikatet"]


def test_every_font_is_embedded(session: Session, browser: PageClient) -> None:
    found = certificate_of(session, verified_organisation(session))
    fonts = pdf_of(browser, found.code).pages[0]["/Resources"]["/Font"]
    for name in fonts:
        descendant = fonts[name]["/DescendantFonts"][0].get_object()
        assert "Inter" in descendant["/BaseFont"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descendant["/FontDescriptor"].get_object().keys()


def test_norwegian_and_sami_letters_are_right(session: Session, browser: PageClient) -> None:
    organisation = verified_organisation(session, name=f"{LETTERS} AS")
    words = words_of(pdf_of(browser, certificate_of(session, organisation).code))
    assert f"{LETTERS} AS" in words
    assert "Inkluderende arbeidsgiver" in words
    assert "23. november 2029" in words


def test_a_very_long_name_still_fits_on_one_page(session: Session, browser: PageClient) -> None:
    assert 170 < len(LONG_NAME) <= 190
    organisation = verified_organisation(session, name=LONG_NAME, workplaces=40)
    reader = pdf_of(browser, certificate_of(session, organisation, level=LevelId.PADRIVER).code)
    assert len(reader.pages) == 1
    words = words_of(reader)
    assert LETTERS in words
    assert "40 arbeidssteder" in words
    assert "Se om det gjelder i dag" in words


def test_the_pdf_is_in_the_language_of_the_reader_also_for_one_who_is_signed_in(
    session: Session, browser: PageClient
) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    browser.sign_in(leader_of(session, organisation))
    browser.get(f"/sprak/nn?neste=/s/{found.code}")
    reader = pdf_of(browser, found.code)
    assert reader.root_object["/Lang"] == "nn"
    assert "Inkluderande arbeidsgivar" in words_of(reader)


def test_a_sheet_of_a_certificate_that_is_over_says_so(
    session: Session, browser: PageClient, clock: StoppedClock
) -> None:
    found = certificate_of(session, verified_organisation(session))
    assert "gått ut" not in words_of(pdf_of(browser, found.code))
    clock.forward(days=4 * 365)
    assert "er gått ut" in words_of(pdf_of(browser, found.code))


@pytest.mark.parametrize(
    "address",
    ["https://plass.example/a.png", "file:///etc/passwd", "data:text/plain,x", "file:///styles/../../etc/passwd"],
)
def test_a_document_reaches_nothing_but_our_own_files(address: str) -> None:
    with pytest.raises(ValueError, match="own files"):
        OwnFiles(STYLE.parent).fetch(address)
