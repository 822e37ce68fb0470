"""The employer answers a candidate who said yes."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.disclosures.looks import look_at_as_leader
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.kernel.translate import _
from app.proposals.access import employers_proposal, employers_proposal_to_answer
from matching.candidates import caseload
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.proposals.employer_answers import answer_as_employer
from matching.records.tables.proposal import Proposal
from register.organisations.models import Organisation
from register.roles.types import Role

YES, NO = "ja", "nei"


@pages.get(
    "/<orgnr>/forslag/<uuid:proposal_id>/nei",
    access=in_organisation(
        Role.LEADER, purpose="answer a candidate who said yes", relation=employers_proposal, logs_read=True
    ),
)
def proposal_decline(organisation: Organisation, proposal: Proposal) -> str:
    """Ask before a no: what happens with it, and to whom it is said."""
    look_at_as_leader(
        proposal.candidate, organisation=organisation, purpose=ReadPurpose.ANSWER_YES, what=ReadWhat.PROPOSAL
    )
    return render_template("proposals/employer/decline.html", proposal=proposal)


@pages.post(
    "/<orgnr>/forslag/<uuid:proposal_id>/svar",
    access=in_organisation(
        Role.LEADER, purpose="answer a candidate who said yes", relation=employers_proposal_to_answer
    ),
)
def proposal_answer(organisation: Organisation, proposal: Proposal) -> Response:
    """Say yes or no to a candidate who said yes."""
    answer = request.form.get("svar")
    if answer not in (YES, NO):
        abort(400)
    entry = caseload.current_entry(session(), proposal.candidate_id)
    with refusals_flashed():
        placement = answer_as_employer(
            act(),
            proposal=proposal,
            wants_to=answer == YES,
            coordinator_id=entry.counsellor_id if entry else proposal.counsellor_id,
        )
        if placement is not None:
            flash(_("Så fint! Nå kan dere lage avtalen sammen."), "success")
            return redirect(url_for("employer.placement_show", orgnr=organisation.orgnr, placement_id=placement.id))
        flash(_("Takk for at dere svarte. Veilederen får vite det og hjelper den unge videre."))
    return redirect(url_for("employer.candidates", orgnr=organisation.orgnr))
