"""One proposal: what it is, why it was proposed, and the answer."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.kernel.forms.numbers import sent_version
from app.kernel.translate import _
from app.matches.words import words_for_young
from app.openings.words import OpeningWords
from app.proposals.access import own_proposal, own_whole_proposal
from app.proposals.forms import NoForm, YesForm
from app.proposals.words import answer_words, shared_words, why_no_yes_for_young
from app.words.filters import label, lower_first
from matching.catalogue.choices import Adaptation
from matching.matches.snapshots import frozen_reasons
from matching.placements.life import placement_of
from matching.proposals import life as proposals
from matching.records.tables.proposal import Proposal
from matching.records.types import ProposalState
from register.roles.types import Role


@pages.get(
    "/forslag/<uuid:proposal_id>",
    access=with_role(Role.CANDIDATE, purpose="read one's own proposal", relation=own_whole_proposal),
)
def proposal_show(proposal: Proposal) -> Response | str:
    """What the place is, why this place, what would have to be adapted, and the two answers.

    Who has left is led to the page that says so, and where all that is kept stands.
    """
    candidate, opening = proposal.candidate, proposal.opening
    if not candidate.takes_part:
        return redirect(url_for("candidate.front"))
    to_answer = proposal.state is ProposalState.PROPOSED
    refused = proposals.refusal_of_yes(session(), proposal, today()) if to_answer else None
    version = {"version": proposal.version}
    return render_template(
        "proposals/candidate.html",
        proposal=proposal,
        candidate=candidate,
        opening=opening,
        place=OpeningWords(opening),
        words=words_for_young(frozen_reasons(proposal.snapshot)),
        offered=_offered(candidate.adaptations or [], opening.adaptations),
        yes_form=YesForm(data=version).offer(candidate),
        no_form=NoForm(data=version).offer(),
        answer=answer_words(proposal.state),
        no_yes=why_no_yes_for_young(refused) if refused else None,
        is_stopped=candidate.restricted_at is not None,
        shared=shared_words(proposal),
        placement=placement_of(session(), proposal_id=proposal.id),
    )


@pages.post(
    "/forslag/<uuid:proposal_id>/ja",
    access=with_role(Role.CANDIDATE, purpose="answer one's own proposal", relation=own_proposal),
)
def proposal_yes(proposal: Proposal) -> Response:
    """Let the employer know who one is."""
    form = YesForm().offer(proposal.candidate)
    with refusals_flashed():
        proposals.say_yes(
            act(),
            proposal=proposal,
            shared=form.items(),
            adaptations=form.needs(),
            expected_version=form.version.data or 0,
        )
        flash(_("Så bra! Nå får arbeidsgiveren vite hvem du er."), "success")
    return _back_to(proposal)


@pages.post(
    "/forslag/<uuid:proposal_id>/nei",
    access=with_role(Role.CANDIDATE, purpose="answer one's own proposal", relation=own_proposal),
)
def proposal_no(proposal: Proposal) -> Response:
    """Say no; the employer never hears of it."""
    form = NoForm().offer()
    with refusals_flashed():
        proposals.say_no(
            act(),
            proposal=proposal,
            reason=form.chosen() if form.validate() else None,
            expected_version=form.version.data or 0,
        )
        flash(
            _("Helt i orden. Arbeidsgiveren får ikke vite noe. Veilederen din får vite hva du svarte, og leter videre.")
        )
        return redirect(url_for("candidate.front"))
    return _back_to(proposal)


@pages.post(
    "/forslag/<uuid:proposal_id>/angre",
    access=with_role(Role.CANDIDATE, purpose="take one's own yes back", relation=own_proposal),
)
def proposal_undo(proposal: Proposal) -> Response:
    """Take a yes back, as long as there is no agreement."""
    with refusals_flashed():
        proposals.take_back_yes(act(), proposal=proposal, expected_version=sent_version())
        flash(_("Du har tatt tilbake svaret. Arbeidsgiveren ser deg ikke lenger."))
        return redirect(url_for("candidate.front"))
    return _back_to(proposal)


def _back_to(proposal: Proposal) -> Response:
    """The proposal's own page says how it stands now."""
    return redirect(url_for("candidate.proposal_show", proposal_id=proposal.id))


def _offered(needed: list[str], offered: frozenset[Adaptation]) -> list[str]:
    """The adaptations that the person needs and the place offers."""
    return [lower_first(label(one)) for one in needed if one in offered]
