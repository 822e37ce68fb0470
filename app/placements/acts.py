"""What employer, candidate and counsellor do with a placement; their routes only say who they are."""

from typing import Any

from flask import flash, redirect, render_template
from werkzeug.wrappers import Response

from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.kernel.errors.telling import not_now, refusals_at, refusals_flashed, refusals_of_edit
from app.kernel.translate import _
from app.placements.agreement_rows import agreement_rows
from app.placements.forms import (
    EndForm,
    OnBehalfForm,
    SkipForm,
    StartForm,
    TalkForm,
    UndoForm,
    agreement_form,
    scheme_hints,
)
from app.placements.next_thing import next_thing
from app.placements.sentences import sentence, sentences
from app.placements.talk_weeks import talk_weeks
from app.placements.viewer import Viewer
from app.words.filters import written_date
from ground.errors import DomainError, NotFound
from ground.findings import Finding
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.placements import agreements, follow_ups
from matching.placements import life as placements
from matching.placements.agreement_facts import findings_of
from matching.placements.errors import AgreementClosed, AgreementWrong, StartIsShown
from matching.placements.rules.follow_up_plan import plan_follow_ups
from matching.records.tables.placement import FollowUp
from matching.records.types import BEFORE_START, ApprovalParty, FollowUpState, OnBehalfReason, PlacementState

Page = Response | str


def show(viewer: Viewer, template: str = "placements/show.html") -> str:
    """The placement's page."""
    placement, agreement = viewer.placement, viewer.placement.agreement
    findings = findings_of(session(), placement, today())
    is_ahead = placement.state in BEFORE_START
    planned = plan_follow_ups(agreement.starts_on, agreement.ends_on) if agreement.starts_on and is_ahead else ()
    talks = [one for one in placement.follow_ups if placement.started_on or one.state is not FollowUpState.CANCELLED]
    refused = _refusal(viewer, viewer.party, findings) if viewer.may_approve else None
    return _page(
        viewer,
        template,
        next=next_thing(viewer, findings, today(), refused),
        warnings=sentences(one for one in findings if not one.blocks),
        may_approve_for=viewer.may_approve_for_candidate
        and _refusal(viewer, ApprovalParty.CANDIDATE, findings) is None,
        shown_on=placements.last_day_counted(placement),
        complete=not any(one.blocks for one in findings),
        rows=agreement_rows(placement),
        to_record={
            one.week
            for one in placement.follow_ups
            if viewer.may_record(one) and follow_ups.earliest_day(one) <= today()
        },
        planned=planned,
        talks=talks,
        weeks=talk_weeks(
            [*planned, *(one for one in talks if not viewer.is_candidate or one.state is not FollowUpState.CANCELLED)],
            started_on=placement.started_on if placement.state is PlacementState.STARTED else None,
            today=today(),
            tells_late=not viewer.is_candidate,
        ),
    )


def edit(viewer: Viewer) -> Page:
    """Change the agreement. A second editor is told, and keeps what they typed."""
    placement = viewer.placement
    title = placement.opening.title
    if placement.state not in BEFORE_START:
        return not_now(AgreementClosed(), viewer.url("show"))
    form = agreement_form(placement.agreement, placement, today())

    def show_what_is_wrong(error: AgreementWrong) -> None:
        form.show_what_is_wrong(error.findings, sentence)

    if form.validate_on_submit():
        with refusals_of_edit(
            form, placement, lambda: placement.agreement, said_by={AgreementWrong: show_what_is_wrong}
        ):
            agreements.change(
                act(),
                placement=placement,
                content=form.content(),
                expected_version=form.version.data or 0,
                written_in=form.language(),
            )
            flash(_("Avtalen er lagret."), "success")
            return redirect(viewer.url("show"))
    return _page(
        viewer,
        "placements/edit.html",
        title=title,
        form=form,
        scheme_hints=scheme_hints(placement.kind),
        is_approved=bool(placement.agreement.standing_approvals),
    )


def approve(viewer: Viewer, version: int) -> Response:
    """Approve the text that was read."""
    with refusals_flashed():
        _approve(viewer, viewer.party, version)
        flash(_("Du har godkjent avtalen."), "success")
    return redirect(viewer.url("show"))


def approve_for_candidate(viewer: Viewer) -> Page:
    """The counsellor approves in the candidate's place, with a reason that all three see."""
    form = OnBehalfForm(data={"version": viewer.placement.agreement.version}).offer()
    if form.validate_on_submit():
        with refusals_flashed():
            _approve(viewer, ApprovalParty.CANDIDATE, form.version.data or 0, form.reason.data)
            flash(_("Godkjent for kandidaten."), "success")
        return redirect(viewer.url("show"))
    return _page(viewer, "placements/approve_for.html", form=form, rows=agreement_rows(viewer.placement))


def start(viewer: Viewer) -> Page:
    """Confirm the start."""
    if viewer.placement.state is PlacementState.DRAFT:
        return redirect(viewer.url("show"))
    agreed = viewer.placement.agreement.starts_on or today()
    form = StartForm(data={"started_on": min(agreed, today())})
    if form.validate_on_submit():
        with refusals_at(form, started_on=DomainError):
            placements.confirm_start(act(), placement=viewer.placement, started_on=form.started_on.data or today())
            flash(_("Oppstarten er bekreftet. Takk for at dere gir noen en plass."), "success")
            return redirect(viewer.url("show"))
    return _page(viewer, "placements/start.html", form=form)


def end(viewer: Viewer) -> Page:
    """Record the ending. The employer sees nothing more of the person; the counsellor is led on."""
    form = EndForm(data={"ended_on": today()}).offer()
    if form.validate_on_submit():
        with refusals_at(form, ended_on=DomainError):
            ended_on = form.ended_on.data or today()
            placements.end(act(), placement=viewer.placement, ended_on=ended_on, reason=form.reason.data)
            flash(_("Avslutningen er registrert."), "success")
            return redirect(viewer.url("show") if viewer.is_counsellor else viewer.list_url)
    return _page(viewer, "placements/end.html", form=form)


def undo_start(viewer: Viewer) -> Page:
    """Take back a start that was confirmed by mistake, with a reason that all three see."""
    if not viewer.may_undo:
        return redirect(viewer.url("show"))
    if shown_on := placements.last_day_counted(viewer.placement):
        return not_now(StartIsShown(shown_on), viewer.url("show"))
    form = UndoForm(data={"version": viewer.placement.version})
    form.offer(has_ended=viewer.placement.ended_on is not None)
    if form.validate_on_submit():
        with refusals_at(form):
            placements.undo_start(
                act(), placement=viewer.placement, because=form.reason.data, expected_version=form.version.data or 0
            )
            flash(_("Oppstarten er tatt tilbake."), "success")
            return redirect(viewer.url("show"))
    return _page(viewer, "placements/undo_start.html", form=form)


def talk(viewer: Viewer, week: int) -> Page:
    """Record a follow-up talk. Whoever hears that the person is gone is led to the ending."""
    follow_up = _follow_up(viewer, week)
    form = TalkForm().ask(follow_up, written_date(follow_up.due_on), today())
    if form.validate_on_submit():
        still_there = form.still_there.data == "yes"
        with refusals_at(form, still_there=DomainError):
            follow_ups.record_talk(
                act(),
                follow_up=follow_up,
                still_there=still_there,
                agreed_next=form.agreed_next.data or "",
                written_in=form.language(),
            )
            flash(_("Samtalen er registrert."), "success")
            return redirect(viewer.url("end" if viewer.may_end and not still_there else "show"))
    return _page(viewer, "placements/talk.html", form=form, follow_up=follow_up)


def skip_talk(viewer: Viewer, week: int) -> Page:
    """Record that a talk was not held."""
    follow_up = _follow_up(viewer, week)
    form = SkipForm().offer()
    if form.validate_on_submit():
        with refusals_at(form, reason=DomainError):
            follow_ups.skip_talk(act(), follow_up=follow_up, reason=form.reason.data)
            flash(_("Registrert. Du kan fortsatt ta samtalen senere."), "success")
            return redirect(viewer.url("show"))
    return _page(viewer, "placements/skip_talk.html", form=form, follow_up=follow_up)


def cancel(viewer: Viewer) -> Response:
    """Stop before the start."""
    with refusals_flashed():
        placements.cancel(act(), placement=viewer.placement)
        flash(_("Avtalen er stoppet. Arbeidsgiveren ser ikke lenger noe om kandidaten."), "success")
    return redirect(viewer.url("show"))


def ask_whether_to_cancel(viewer: Viewer) -> str:
    """The page that asks first."""
    return _page(viewer, "placements/cancel.html")


def _approve(viewer: Viewer, party: ApprovalParty, version: int, on_behalf: OnBehalfReason | None = None) -> None:
    agreements.approve(
        act(), placement=viewer.placement, party=party, expected_version=version, on_behalf_reason=on_behalf
    )


def _refusal(viewer: Viewer, party: ApprovalParty, findings: tuple[Finding, ...]) -> DomainError | None:
    return agreements.refusal_to_approve(session(), viewer.placement, party, findings)


def _page(viewer: Viewer, template: str, **more: Any) -> str:
    """Any page about a placement: the look is written down, except the candidate's own."""
    placement = viewer.placement
    if not viewer.is_candidate:
        organisation_id = placement.opening.organisation_id if viewer.party is ApprovalParty.EMPLOYER else None
        look = reads(
            act(),
            placement.candidate,
            role=viewer.role,
            purpose=ReadPurpose.AGREEMENT,
            what=ReadWhat.PLACEMENT,
            organisation_id=organisation_id,
        )
        write_down(*look)
    return render_template(template, viewer=viewer, placement=placement, today=today(), **more)


def _follow_up(viewer: Viewer, week: int) -> FollowUp:
    for follow_up in viewer.placement.follow_ups:
        if follow_up.week == week and viewer.may_record(follow_up):
            return follow_up
    raise NotFound
