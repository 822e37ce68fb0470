"""HTML to PDF by WeasyPrint: tagged, archivable, with our own fonts, and never a fetch from outside our own folders."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = Path(__file__).parents[1] / "static" / "dist" / "fonts"
FACES = {400: "Inter-Regular", 500: "Inter-Medium", 600: "Inter-SemiBold", 700: "Inter-Bold"}


class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads our own fonts and the pictures beside a style, nothing else: a document never reaches the network."""

    def __init__(self, beside_style: Path) -> None:
        super().__init__()
        self.folders = (FONTS.resolve(), beside_style.resolve())

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one of our files, or refuse."""
        address = urlsplit(url)
        path = Path(unquote(address.path)).resolve()
        if address.scheme != "file" or not any(path.is_relative_to(folder) for folder in self.folders):
            raise ValueError("documents use our own files only")
        return super().fetch(url, headers)


def typeset(markup: str, style: Path) -> bytes:
    """Make a PDF/A-3a of a page, with a style sheet and the pictures beside it."""
    fonts, own = _fonts(), OwnFiles(style.parent)
    document = HTML(string=markup, base_url=FONTS.as_uri(), url_fetcher=own)
    pdf: bytes = document.write_pdf(
        stylesheets=[_faces(), CSS(filename=style, font_config=fonts, url_fetcher=own)],
        font_config=fonts,
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
    )
    return pdf


@cache
def _fonts() -> FontConfiguration:
    """Shared by all documents: loading the fonts anew would cost most of the time of a page."""
    return FontConfiguration()


@cache
def _faces() -> CSS:
    """Whole fonts, not split by range: split fonts print wrong Sámi letters."""
    missing = [name for name in FACES.values() if not (FONTS / f"{name}.woff2").exists()]
    if missing:  # WeasyPrint would print with whatever the machine has
        raise RuntimeError(f"fonts are not built: {', '.join(missing)}; run make assets")
    rules = "".join(
        f'@font-face {{ font-family: Inter; font-weight: {weight}; src: url("{(FONTS / name).as_uri()}.woff2") }}'
        for weight, name in FACES.items()
    )
    return CSS(string=rules, font_config=_fonts(), url_fetcher=OwnFiles(FONTS))
