"""One place held against one person, and proposing it."""

import uuid

from flask import flash, render_template, url_for
from werkzeug.wrappers import Response

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import not_now, refusals_at
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from app.matches.access import candidate_and_opening
from app.matches.words import words_for
from app.openings.words import OpeningWords
from app.proposals.forms import ProposeForm
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.proposals import life as proposals
from matching.proposals.errors import ReasonNeeded
from matching.records.errors import CandidateNotActive
from matching.records.queries.openings import whole_opening
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from register.roles.types import Role

Page = Response | str


@pages.route(
    "/kandidater/<uuid:candidate_id>/plasser/<uuid:opening_id>",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="propose a place", relation=candidate_and_opening, logs_read=True),
)
def candidate_opening(opening_id: uuid.UUID, candidate: Candidate, opening: Opening) -> Page:
    """One place held against one person, and the proposal."""
    look_at(candidate, purpose=ReadPurpose.FIND_PLACE, what=ReadWhat.CARD)
    form = ProposeForm()
    if again := sent_before(form):
        return again
    if not form.is_submitted() and not candidate.may_be_matched:
        return not_now(CandidateNotActive(), url_for("counsellor.candidate_show", candidate_id=candidate.id))
    if form.validate_on_submit():
        with refusals_at(form, override_reason=ReasonNeeded):
            proposal = proposals.propose(
                act(),
                candidate=candidate,
                opening=opening,
                note=form.note.data or "",
                written_in=form.language(),
                override_reason=form.override_reason.data or "",
            )
            flash(_("Plassen er foreslått for %(name)s.", name=candidate.first_name), "success")
            location = url_for("counsellor.proposal_show", candidate_id=candidate.id, proposal_id=proposal.id)
            return done_once(form, location)
    return _page(candidate, whole_opening(session(), opening_id), form)


def _page(candidate: Candidate, opening: Opening, form: ProposeForm) -> str:
    match = ranking.compare(session(), candidate=candidate, opening=opening, today=today())
    return render_template(
        "proposals/counsellor/propose.html",
        candidate=candidate,
        opening=opening,
        place=OpeningWords(opening),
        match=match,
        words=words_for(match),
        form=form,
        living=proposals.living_proposal(session(), candidate_id=candidate.id, opening_id=opening.id),
    )
