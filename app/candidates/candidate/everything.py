"""Everything that is kept about me: on a page, as a PDF to read and as a file for other systems."""

from pathlib import Path

from flask import Response, json, render_template
from werkzeug.wrappers import Response as AnyResponse

from app.candidates.own_data import Section, sections_of
from app.doors.access import oneself_known
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.context import now
from app.kernel.database import outside_transaction, session
from app.kernel.limits import limiter
from app.kernel.pdf import write_pdf
from matching.candidates.export import ALL_READS, as_plain, everything_about
from matching.disclosures.reads import reads_of
from matching.records.tables.candidate import Candidate
from register.roles.types import Role

STYLE = Path(__file__).parents[1] / "paper" / "everything.css"
MOST_ON_A_PAGE = 20
"""So many of each kind, the newest; the page says where the rest is."""


@pages.get("/alt", access=with_role(Role.CANDIDATE, purpose="see all that is kept", relation=oneself_known))
def everything(candidate: Candidate) -> str:
    """The page. Long lists are cut, and stand whole in the PDF and the file."""
    return render_template("candidates/candidate/everything.html", sections=_sections(candidate), most=MOST_ON_A_PAGE)


@pages.get("/mine-data.pdf", access=with_role(Role.CANDIDATE, purpose="take one's data along", relation=oneself_known))
@limiter.limit("10 per minute")
def everything_pdf(candidate: Candidate) -> AnyResponse:
    """All of it to read and keep."""
    markup = render_template(
        "candidates/everything.html", sections=_sections(candidate), name=candidate.first_name, made_at=now()
    )
    with outside_transaction():
        pdf = write_pdf(markup, STYLE, keep=False)
    return _to_take_along(Response(pdf, mimetype="application/pdf"), "mine-data.pdf")


@pages.get("/mine-data.json", access=with_role(Role.CANDIDATE, purpose="take one's data along", relation=oneself_known))
def export(candidate: Candidate) -> AnyResponse:
    """The same, for machines."""
    content = json.dumps(as_plain(everything_about(session(), candidate)), ensure_ascii=False, indent=2)
    return _to_take_along(Response(content, mimetype="application/json"), "mine-data.json")


def _sections(candidate: Candidate) -> list[Section]:
    looks = list(reads_of(session(), candidate.id, most=ALL_READS))
    return sections_of(everything_about(session(), candidate), looks)


def _to_take_along(answer: AnyResponse, name: str) -> AnyResponse:
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    answer.headers["Cache-Control"] = "no-store"
    return answer
