"""What a file is, told by its bytes alone."""

import io
import zipfile

import pytest

from certification.cases.rules.media_type import DOCX, JPEG, ODT, PDF, PNG, TEXT, media_type


def packed(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return written.getvalue()


WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
OPEN_DOCUMENT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}


KNOWN = {
    "PDF": (b"%PDF-1.7\n", PDF),
    "PNG": (b"\x89PNG\r\n\x1a\n...", PNG),
    "JPEG": (b"\xff\xd8\xff\xe0...", JPEG),
    "Word": (packed(WORD), DOCX),
    "OpenDocument": (packed(OPEN_DOCUMENT), ODT),
    "text": ("Rutine på norsk\r\n\tmed innrykk\f".encode(), TEXT),
    "text with a mark": ("\ufeffmed merke".encode(), TEXT),
    "text as Windows says Unicode": ("Rutine på norsk".encode("utf-16"), TEXT),
    "the same, great end first": ("\ufeffRutine på norsk".encode("utf-16-be"), TEXT),
    "nothing": (b"", TEXT),
    "a page with a script": (b"<script>alert(1)</script>", TEXT),  # it is given out as text, never as a page
}
UNKNOWN = {
    "PDF behind other bytes": b" %PDF-1.7 \x00",
    "GIF": b"GIF89a\x01\x00",
    "a program": b"MZ\x90\x00",
    "text with a zero": b"text with a \x00 in it",
    "text with a bell": b"text with a bell \x07",
    "text in Latin-1": "på norsk".encode("latin-1"),
    "half a letter of UTF-16": b"\xff\xfeodd",
    "another archive": packed({"anything.txt": b"x"}),
    "Word without a document": packed({"[Content_Types].xml": b"<Types/>"}),
    "Word without a list of types": packed({"word/document.xml": b"<document/>"}),
    "Word with a macro": packed(WORD | {"word/vbaProject.bin": b"macro"}),
    "a book": packed({"mimetype": b"application/epub+zip"}),
    "nearly OpenDocument": packed({"mimetype": b"application/vnd.oasis.opendocument.texx"}),
    "a template": packed({"mimetype": b"application/vnd.oasis.opendocument.text-template"}),
    "the beginning of Word": packed(WORD)[:40],
    "the beginning of an archive": b"PK\x03\x04",
}


@pytest.mark.parametrize(("content", "kind"), list(KNOWN.values()), ids=list(KNOWN))
def test_the_six_kinds_of_file_are_known_by_their_bytes(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@pytest.mark.parametrize("content", list(UNKNOWN.values()), ids=list(UNKNOWN))
def test_everything_else_is_refused(content: bytes) -> None:
    assert media_type(content) is None


def test_an_archive_that_says_it_is_locked_is_refused_and_not_tried() -> None:
    locked = bytearray(packed(OPEN_DOCUMENT))
    for entry in (locked.find(b"PK\x03\x04") + 6, locked.find(b"PK\x01\x02") + 8):
        locked[entry] |= 1  # the bit that says a password is needed
    assert media_type(bytes(locked)) is None
