"""What a file is, told by its bytes: the name and what the browser says are never believed."""

import io
import zipfile

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * MEGABYTE
PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"

# The endings that a file of each kind is given when it is fetched.
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx", ODT: ".odt", TEXT: ".txt"}
SIGNATURES = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
ZIP = b"PK\x03\x04"


def media_type(content: bytes) -> str | None:
    """The media type if it is PDF, PNG, JPEG, Word, OpenDocument text or plain text, else None."""
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    if content.startswith(ZIP):
        return _document(content)
    return TEXT if _is_text(content) else None


def _document(content: bytes) -> str | None:
    """Only names in the archive and one short member are read, so a zip bomb does nothing here."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names and "word/document.xml" in names:
                return None if "word/vbaProject.bin" in names else DOCX
            if "mimetype" in names and archive.getinfo("mimetype").file_size == len(ODT):
                return ODT if archive.read("mimetype") == ODT.encode() else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return None
    return None


def _is_text(content: bytes) -> bool:
    """UTF-8 (or marked UTF-16) without control characters. Markup is text too; it is never shown as a page."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(character >= " " or character in "\t\n\r\f" for character in text)
