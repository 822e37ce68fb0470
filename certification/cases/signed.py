"""What county and certifier read while the employer works on a case that came back: the text signed last, no draft.

The text is set aside when the case goes back, for until then it stands in the case itself and nobody could change it.
"""

import uuid
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from certification.cases.case import Case, Chosen
from certification.cases.rules.transitions import STANDS_AS_SIGNED
from certification.cases.tables.answer import ActionItem, Answer
from certification.cases.tables.assessment import Assessment, SignedText
from certification.cases.tables.evidence import Evidence
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AnswerValue
from ground.act import Act
from ground.errors import existing
from ground.texts import Locale
from register.organisations.types import Sector


def set_aside(act: Act, case: Case) -> None:
    """Keep what is signed, as it stands, before the employer may change it."""
    act.session.add(SignedText(assessment_id=case.assessment.id, level=case.chosen.level, content=_written(case)))
    act.session.flush()
    act.session.expire(case.assessment, ["signed_text"])


def forget_set_aside(act: Act, assessment: Assessment) -> None:
    """What stands in the case is signed again."""
    act.session.execute(delete(SignedText).where(SignedText.assessment_id == assessment.id))
    act.session.expire(assessment, ["signed_text"])


def as_signed(session: Session, case: Case) -> Case:
    """The case as it was signed last: itself, or what was set aside while the employer may be working on it.

    Of a case that went back before anything was set aside, nothing is shown once it has been changed.
    """
    assessment = case.assessment
    if assessment.state in STANDS_AS_SIGNED:
        return case
    kept = assessment.signed_text
    if kept is None:
        nothing = Chosen(assessment.level, Profile(), "")
        kept_back = replace(case, answers={}, evidence={}, actions=[], held_in=None, signed=nothing)
        return case if case.is_signed else kept_back
    evidence: dict[str, list[Evidence]] = {}
    for item in _evidence_in(session, kept):
        evidence.setdefault(item.criterion_id, []).append(item)
    return replace(
        case,
        answers={id_: _answer(id_, said) for id_, said in kept.content["answers"].items()},
        evidence=evidence,
        actions=[_action(said) for said in kept.content["actions"]],
        held_in=None,
        signed=_chosen(kept),
    )


def signed_evidence(session: Session, assessment: Assessment, evidence_id: uuid.UUID) -> Evidence:
    """One piece of evidence that was signed last, also when the employer has taken it away since. Raises NotFound."""
    if assessment.state in STANDS_AS_SIGNED:
        here = select(Evidence).where(Evidence.id == evidence_id, Evidence.assessment_id == assessment.id)
        return existing(session.scalar(here.where(Evidence.removed_at.is_(None))))
    kept = existing(assessment.signed_text)
    return existing(next((one for one in _evidence_in(session, kept) if one.id == evidence_id), None))


def _evidence_in(session: Session, kept: SignedText) -> list[Evidence]:
    ids = [uuid.UUID(one) for one in kept.content["evidence"]]
    query = select(Evidence).where(Evidence.id.in_(ids), Evidence.assessment_id == kept.assessment_id)
    return list(session.scalars(query.options(joinedload(Evidence.file)).order_by(Evidence.added_at)))


def _written(case: Case) -> dict[str, Any]:
    return {
        "profile": asdict(case.chosen.profile),
        "profile_reason": case.chosen.profile_reason,
        "answers": {
            id_: {
                "value": answer.value,
                "note": answer.note,
                "figure_count": answer.figure_count,
                "figure_out_of": answer.figure_out_of,
            }
            for id_, answer in sorted(case.answers.items())
        },
        "evidence": sorted(str(item.id) for items in case.evidence.values() for item in items),
        "actions": [
            {
                "id": str(action.id),
                "criterion_id": action.criterion_id,
                "what": action.what,
                "written_in": action.written_in.value,
                "responsible": action.responsible,
                "due_on": action.due_on.isoformat() if action.due_on else None,
            }
            for action in sorted(case.actions, key=lambda action: action.id)
        ],
    }


def _chosen(kept: SignedText) -> Chosen:
    said = kept.content["profile"]
    sector = Sector(said["sector"]) if said["sector"] else None
    return Chosen(kept.level, Profile(**(said | {"sector": sector})), kept.content["profile_reason"])


def _answer(criterion_id: str, said: dict[str, Any]) -> Answer:
    """An answer to be read, in no session: it is never written."""
    value = said["value"]
    return Answer(criterion_id=criterion_id, **(said | {"value": AnswerValue(value) if value else None}))


def _action(said: dict[str, Any]) -> ActionItem:
    due_on = said["due_on"]
    read = {
        "id": uuid.UUID(said["id"]),
        "due_on": date.fromisoformat(due_on) if due_on else None,
        "written_in": Locale(said.get("written_in", Locale.BOKMAAL)),  # what was set aside before it said so
    }
    return ActionItem(**(said | read))
