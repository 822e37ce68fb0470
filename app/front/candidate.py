"""The first page: what there is to answer now."""

from flask import render_template

from app.doors.access import oneself_known
from app.doors.telling import what_happened
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import now, today
from app.kernel.database import session
from app.kernel.waiting import waiting_list
from app.placements.candidate import viewer_at
from app.placements.list_rows import list_rows
from app.placements.waiting import for_candidate as waiting_agreements
from app.proposals.waiting import for_candidate as waiting_proposals
from app.proposals.words import answer_words
from matching.candidates import caseload, leaving
from matching.doors import events
from matching.doors.forgotten import open_reset
from matching.records.queries import candidates as queries
from matching.records.queries import placements as placement_queries
from matching.records.tables.candidate import Candidate
from matching.records.types import ProposalState
from register.roles.types import Role


@pages.get("/", access=with_role(Role.CANDIDATE, purpose="see one's own proposals", relation=oneself_known))
def front(candidate: Candidate) -> str:
    """Proposals that wait for an answer, what one has said yes to, and agreements.

    Who has left finds what is left to do; who wants to be deleted, the way to regret it.
    """
    if candidate.deletion_asked_at is not None:
        return render_template("front/candidate_leaving.html", gone_on=leaving.gone_on(candidate))
    if candidate.closed_at is not None:
        return render_template("front/candidate_former.html", candidate=candidate, office=candidate.nav_office)
    proposals = queries.proposals_of(session(), [candidate.id])
    entry = caseload.current_entry(session(), candidate.id)
    rows = list_rows(map(viewer_at, placement_queries.of_candidate(session(), candidate.id)), today())
    to_answer = [one for one in proposals if one.state is ProposalState.PROPOSED]
    news = events.unread_events(session(), candidate.id, since=signed_in_principal().came_in_at)
    return render_template(
        "front/candidate.html",
        candidate=candidate,
        news=[what_happened(one) for one in news],
        read_until=news[-1].id if news else None,
        reset=open_reset(session(), candidate, now=now()),
        waiting=waiting_list([*waiting_proposals(to_answer), *waiting_agreements(rows)], today()),
        said_yes=[one for one in proposals if one.state is ProposalState.CANDIDATE_YES],
        answers={state.value: answer_words(state) for state in ProposalState},
        earlier=[one for one in proposals if one.closed_at is not None],
        placements=[row for row in rows if not row.waits],
        counsellor=entry.counsellor if entry else None,
    )
