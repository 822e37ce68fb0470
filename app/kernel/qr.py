"""QR codes as SVG."""

import io

import segno
from markupsafe import Markup

INK = "#09312e"


def qr_svg(address: str, *, title: str | None = None) -> Markup:
    """An SVG element with the address as a QR code. `title` says what it is, where nothing round it does."""
    target = io.BytesIO()
    segno.make(address, error="m").save(
        target, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True, dark=INK, title=title
    )
    return Markup(target.getvalue().decode("utf-8"))  # noqa: S704  # drawn by segno, which escapes the title
