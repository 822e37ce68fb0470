"""What waits around cases of certification: for the employer, the certifier and the county, each case by name."""

from collections.abc import Iterable

from flask import url_for

from app.kernel.cards import CountyView, EmployerView
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting
from app.words.filters import label
from certification.cases.history import assessments_of
from certification.cases.queries import WaitingCase, waiting_for_county
from certification.cases.review import latest_sent_back
from certification.cases.rules.codes import ReasonCode
from certification.cases.rules.transitions import EMPLOYER_EDITS
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.review import CertifierAssignment
from certification.cases.types import AssessmentState
from certification.cases.verdict import unfit_to_decide_each


def for_employer(view: EmployerView) -> list[Waiting]:
    """The case that the employer is to go on with: one that came back has a day."""
    case = next(iter(view.ask(assessments_of)), None)
    if case is None or case.state not in EMPLOYER_EDITS:
        return []
    is_back = case.state is AssessmentState.RETURNED
    sent_back = latest_sent_back(view.session, case.id) if is_back else None
    return [
        Waiting(
            key=_key(case),
            about=_("Sertifisering"),
            verb=_("Rett det som mangler, og send inn på nytt") if is_back else _("Fortsett på sertifiseringen"),
            url=view.url("employer.assessment"),
            where=label(case.level),
            due=sent_back.due_on if sent_back else None,
        )
    ]


def for_certifier(assignments: Iterable[CertifierAssignment]) -> list[Waiting]:
    """The cases that wait for their certifier: to say whether one is impartial, and to assess."""
    return [_for_certifier(one) for one in assignments]


def for_county(view: CountyView) -> list[Waiting]:
    """The cases that wait for a certifier or a decision, for those who can give them one."""
    if not view.reaches("county.assessment_propose"):
        return []
    found = waiting_for_county(view.session, most=MOST_OF_A_KIND)
    unfit = unfit_to_decide_each(view.session, view.principal.id, [one.assessment for one in found])
    return [row for one in found if (row := _for_county(view, one, unfit[one.assessment.id])) is not None]


def _for_certifier(given: CertifierAssignment) -> Waiting:
    declared = given.impartiality_declared_at
    return Waiting(
        key=_key(given.assessment),
        about=given.assessment.organisation.name,
        verb=_("Vurder saken") if declared else _("Erklær deg habil"),
        url=url_for("certifier.assessment", assessment_id=given.assessment_id),
        where=label(given.assessment.signed_level),
        since=declared or given.assigned_at,
    )


def _for_county(view: CountyView, waiting: WaitingCase, unfit: frozenset[ReasonCode]) -> Waiting | None:
    """What this reader can do about it; nothing, where another must."""
    case, proposal = waiting.assessment, waiting.proposal
    if unfit and (case.state is not AssessmentState.SUBMITTED or ReasonCode.DECIDER_BELONGS_TO_ORGANISATION in unfit):
        return None
    if case.state is AssessmentState.SUBMITTED:
        if not view.reaches("county.assessment_assign"):
            return None
        verb, url = _("Velg sertifisør"), url_for("county.assessment_assign", assessment_id=case.id)
    elif proposal is None:
        verb, url = _("Foreslå vedtak"), url_for("county.assessment_propose", assessment_id=case.id)
    elif proposal.first_decider_id == view.principal.id:
        return None  # another confirms
    else:
        verb = _("Bekreft vedtaket")
        url = url_for("county.assessment_confirm", assessment_id=case.id, decision_id=proposal.id)
    return Waiting(
        key=_key(case),
        about=case.organisation.name,
        verb=verb,
        url=url,
        where=label(case.signed_level),
        since=waiting.since,
    )


def _key(case: Assessment) -> str:
    return f"case {case.id}"
