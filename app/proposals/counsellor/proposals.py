"""One proposal as the counsellor sees it, and taking it back."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.numbers import sent_version
from app.kernel.translate import _
from app.matches.reasons import for_counsellor
from app.proposals.access import candidates_proposal
from app.proposals.forms import OnBehalfForm
from app.proposals.words import why_no_yes_for_counsellor
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches.reasons import Tone
from matching.matches.snapshots import frozen_reasons
from matching.placements.life import placement_of
from matching.proposals import life as proposals
from matching.records.errors import UseRestricted
from matching.records.tables.candidate import Candidate
from matching.records.tables.proposal import Proposal
from matching.records.types import OnBehalfReason, ProposalState
from register.roles.types import Role


@pages.get(
    "/kandidater/<uuid:candidate_id>/forslag/<uuid:proposal_id>",
    access=with_role(Role.COUNSELLOR, purpose="follow a proposal", relation=candidates_proposal, logs_read=True),
)
def proposal_show(candidate: Candidate, proposal: Proposal) -> str:
    """Where the proposal stands, and the reasons of the day it was made."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.PROPOSAL)
    reasons = frozen_reasons(proposal.snapshot)
    return render_template(
        "proposals/counsellor/show.html",
        candidate=candidate,
        proposal=proposal,
        opening=proposal.opening,
        fits=[for_counsellor(one) for one in reasons if one.tone is Tone.SPEAKS_FOR],
        against=[for_counsellor(one) for one in reasons if one.tone in (Tone.SPEAKS_AGAINST, Tone.STANDS_IN_THE_WAY)],
        placement=placement_of(session(), proposal_id=proposal.id),
    )


@pages.route(
    "/kandidater/<uuid:candidate_id>/forslag/<uuid:proposal_id>/svar-for",
    methods=["GET", "POST"],
    access=with_role(
        Role.COUNSELLOR, purpose="answer in a candidate's place", relation=candidates_proposal, logs_read=True
    ),
)
def proposal_answer_for(candidate: Candidate, proposal: Proposal) -> Response | str:
    """Write down what the candidate has said, and why they do not answer themselves; they are told (R14)."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.PROPOSAL)
    there = url_for("counsellor.proposal_show", candidate_id=candidate.id, proposal_id=proposal.id)
    if proposal.state is not ProposalState.PROPOSED:
        flash(_("Forslaget er besvart eller trukket."))
        return redirect(there)
    refused = proposals.refusal_of_yes(session(), proposal, today())
    no_yes = why_no_yes_for_counsellor(refused, candidate.first_name) if refused else ""
    form = OnBehalfForm(data={"version": proposal.version}).offer(candidate)
    if no_yes and not form.is_submitted():
        form.leave_out_yes()
    if form.validate_on_submit():
        reason, version = OnBehalfReason(form.behalf.data), form.version.data or 0
        with refusals_at(form, said_by={UseRestricted: lambda _error: form.refuse("answer", no_yes)}):
            if form.answer.data == "yes":
                proposals.say_yes(
                    act(), proposal=proposal, shared=form.items(), adaptations=form.needs(),
                    expected_version=version, on_behalf_reason=reason,
                )  # fmt: skip
            else:
                proposals.say_no(
                    act(), proposal=proposal, reason=None, expected_version=version, on_behalf_reason=reason
                )
            flash(_("Svaret er skrevet ned. %(name)s ser at du svarte, og hvorfor.", name=candidate.first_name))
            return redirect(there)
    return render_template(
        "proposals/counsellor/answer_for.html",
        form=form,
        candidate=candidate,
        proposal=proposal,
        no_yes=no_yes,
        back=there,
    )


@pages.post(
    "/kandidater/<uuid:candidate_id>/forslag/<uuid:proposal_id>/trekk",
    access=with_role(Role.COUNSELLOR, purpose="take a proposal back", relation=candidates_proposal, logs_read=True),
)
def proposal_withdraw(candidate: Candidate, proposal: Proposal) -> Response:
    """Take the proposal back."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.PROPOSAL)
    with refusals_flashed():
        proposals.withdraw(act(), proposal=proposal, expected_version=sent_version())
        flash(_("Forslaget er trukket tilbake."))
        return redirect(url_for("counsellor.candidate_show", candidate_id=candidate.id))
    return redirect(url_for("counsellor.proposal_show", candidate_id=candidate.id, proposal_id=proposal.id))
