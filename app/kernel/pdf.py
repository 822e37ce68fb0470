"""Writing a PDF of a page."""

from pathlib import Path

from app.kernel.database import in_transaction


def write_pdf(markup: str, style: Path) -> bytes:
    """Make a PDF/A-3a of a page, with a style sheet and the pictures beside it.

    Takes a while, so it must not happen inside a transaction.
    """
    # WeasyPrint is a fifth of all there is to load, and commands and the scheduler never print.
    from app.adapters.pdf import typeset

    if in_transaction():
        raise RuntimeError("a PDF is made outside the transaction")
    return typeset(markup, style)
