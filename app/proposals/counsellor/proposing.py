"""One place held against one person, and proposing it."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.once import location_of_earlier, remember
from app.kernel.translate import _
from app.matches.access import candidate_and_opening
from app.matches.words import words_for
from app.openings.words import OpeningWords
from app.proposals.forms import ProposeForm
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.proposals import life as proposals
from matching.proposals.errors import AlreadyProposed, NotLawful, OpeningNotOpen, ReasonNeeded
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from register.roles.types import Role

Page = Response | str


@pages.route(
    "/kandidater/<uuid:candidate_id>/plasser/<uuid:opening_id>",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="propose a place", relation=candidate_and_opening, logs_read=True),
)
def candidate_opening(candidate: Candidate, opening: Opening) -> Page:
    """One place held against one person, and the proposal."""
    look_at(candidate, purpose=ReadPurpose.FIND_PLACE, what=ReadWhat.CARD)
    form, user_id = ProposeForm(), signed_in_principal().id
    earlier = location_of_earlier(session(), form, user_id=user_id) if request.method == "POST" else None
    if earlier:
        return redirect(earlier)
    if form.validate_on_submit():
        with refusals_at(
            form, AlreadyProposed, OpeningNotOpen, NotLawful, CandidateNotActive, override_reason=ReasonNeeded
        ):
            proposal = proposals.propose(
                act(),
                candidate=candidate,
                opening=opening,
                note=form.note.data or "",
                override_reason=form.override_reason.data or "",
            )
            flash(_("Plassen er foreslått for %(name)s.", name=candidate.first_name), "success")
            location = url_for("counsellor.proposal_show", candidate_id=candidate.id, proposal_id=proposal.id)
            return redirect(remember(session(), form, user_id=user_id, location=location, now=now()))
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
