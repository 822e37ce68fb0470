"""Tables as CSV files, in one way for all: a plain file for programs and, at an address of its own, one for Excel.

The plain one is as RFC 4180 says, in UTF-8. Excel takes letters for others without the mark before them, and where a
comma stands in numbers it parts cells by semicolons.
"""

import csv
import io
from collections.abc import Iterable

from flask import Response

MARK = "\ufeff"

Cells = Iterable[str | int | None]


def csv_file(rows: Iterable[Cells], *, name: str, for_excel: bool = False) -> Response:
    """The rows, headings first, as a file to be kept under a name (without its ending). None is an empty cell."""
    text = io.StringIO()
    if for_excel:
        text.write(MARK)
    csv.writer(text, delimiter=";" if for_excel else ",").writerows(rows)
    answer = Response(text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f"attachment; filename={name}{'-excel' if for_excel else ''}.csv"
    return answer
