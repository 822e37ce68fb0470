"""Every column that may hold something of a candidate, judged: what becomes of it, and where the person sees it.

A test goes through all tables of the house and fails at a column that is not judged here, at one that is not forgotten
as it says, and at one that the person is not shown and nothing says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from matching.candidates.forgetting import EMPTY
from matching.records.profiles import Profile


class Fate(StrEnum):
    """What becomes of a column when its person is forgotten."""

    GOES = "goes"  # with its row
    EMPTIED = "emptied"  # the row stays, with nothing in it
    CUT = "cut"  # a reference that leads to the person no more
    KEPT = "kept"  # with its reason


@dataclass(frozen=True)
class Column:
    """One column. `shown` is its place in the description (`matching.candidates.export`), `because` why it is kept or
    not shown.
    """

    fate: Fate
    shown: str = ""
    because: str = ""


KEY = "a key, which says nothing about anybody"
COUNTER = "counts changes, for those who edit at the same time"
TONGUE = "the language of the text beside it, which alone says nothing"
SECRET = "a hash of a secret, of no use to anybody who reads it"  # noqa: S105  # a reason, no secret
THE_PERSON = "is the person who reads it"

LAW = "an agreement is documentation (arkivlova)"
READ_LOG = "who looked is kept at least two years; whom they looked at is nobody by then"
AUDIT = "that something was done, when and by whom, is kept; of the person there is a key that leads to an empty row"


def _goes(shown: str = "", because: str = "") -> Column:
    return Column(Fate.GOES, shown, because)


def _kept(because: str, shown: str = "") -> Column:
    return Column(Fate.KEPT, shown, because)


def _emptied(shown: str = "", because: str = "") -> Column:
    return Column(Fate.EMPTIED, shown, because)


PROFILE = set(Profile.__dataclass_fields__)

ABOUT_CANDIDATES: Mapping[str, Mapping[str, Column]] = {
    "candidate": {
        "id": _kept("agreements, the log and who looked refer to the empty row"),
        "nav_office_id": _kept("which office had the empty row", "participation.office"),
        "user_id": Column(Fate.CUT, because=KEY),
        "count_ref": Column(Fate.CUT, because="a key; what it leads to is shown as counted"),
        **{name: _emptied(f"profile.{name}" if name in PROFILE else f"participation.{name}") for name in EMPTY},
        "created_at": _kept("when the empty row was made", "participation.registered_at"),
        "created_by_id": _kept("a counsellor", "participation.registered_by"),
        "changed_at": _kept("when the row was emptied", "participation.changed_at"),
        "closed_at": _kept("that the empty row is nobody who takes part", "participation.closed_at"),
        "forgotten_at": _kept("when the row was emptied"),
        "version": _kept(COUNTER),
    },
    "user_account": {
        "id": _goes(because=KEY),
        "email": _goes("account.email"),
        "phone": _goes("account.phone"),
        "name": _goes("account.name"),
        "locale": _goes("account.language"),
        "writes_in": _goes("account.writes_in"),
        "created_at": _goes("account.created_at"),
        "closed_at": _goes("account.closed_at"),
        "version": _goes(because=COUNTER),
    },
    "role_grant": {
        "id": _goes(because=KEY),
        "user_id": _goes(because=THE_PERSON),
        "role": _goes("roles.role"),
        "organisation_id": _goes(because="a candidate's is for no organisation"),
        "nav_office_id": _goes(because="a candidate's is for no office"),
        "granted_at": _goes("roles.from"),
        "granted_by_id": _goes(because="the counsellor who made the first code, shown there"),
        "revoked_at": _goes("roles.until"),
        "revoked_by_id": _goes(because="an administrator, who stands in the log"),
    },
    "user_session": {
        "id": _goes(because=KEY),
        "user_id": _goes(because=THE_PERSON),
        "token_hash": _goes(because=SECRET),
        "created_at": _goes("sessions.opened_at"),
        "expires_at": _goes("sessions.expires_at"),
        "seen_at": _goes("sessions.seen_at"),
        "door": _goes("sessions.door"),
        "held_since": _goes("sessions.held_since"),
        "browser": _goes("sessions.browser"),
        "wrong_pins": _goes("sessions.wrong_pins"),
        "ended_at": _goes("sessions.ended_at"),
    },
    "sign_in_code": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "finder": _goes(because="half of a code; with the other half it would open the door"),
        "code_hash": _goes(because=SECRET),
        "created_at": _goes("codes.made_at"),
        "created_by_id": _goes("codes.made_by"),
        "expires_at": _goes("codes.expires_at"),
        "attempts": _goes("codes.attempts"),
        "wrong_pins": _goes("codes.wrong_pins"),
        "used_at": _goes("codes.used_at"),
        "replaced_at": _goes("codes.replaced_at"),
    },
    "known_device": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "token_hash": _goes(because=SECRET),
        "browser": _goes("telephones.browser"),
        "created_at": _goes("telephones.known_since"),
        "used_at": _goes("telephones.used_at"),
        "wrong_pins": _goes("telephones.wrong_pins"),
        "ended_at": _goes("telephones.ended_at"),
    },
    "own_link": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "address": _goes("own_links.to"),
        "is_asked_for": _goes("own_links.is_asked_for"),
        "created_at": _goes("own_links.made_at"),
        "expires_at": _goes("own_links.expires_at"),
        "wrong_pins": _goes("own_links.wrong_pins"),
    },
    "candidate_pin": {
        "candidate_id": _goes(because=THE_PERSON),
        "pin_hash": _goes(because=SECRET),
        "chosen_at": _goes("pin.chosen_at"),
    },
    "pin_reset": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "code_id": _goes(because=KEY),
        "asked_at": _goes("new_pins.asked_at"),
        "browser": _goes("new_pins.browser"),
        "ready_at": _goes("new_pins.ready_at"),
        "stopped_at": _goes("new_pins.stopped_at"),
        "done_at": _goes("new_pins.done_at"),
    },
    "call_request": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "asked_at": _goes("calls.asked_at"),
        "done_at": _goes("calls.done_at"),
        "done_by_id": _goes(because="a counsellor, who stands in the log"),
    },
    "door_event": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "kind": _goes("at_the_doors.what"),
        "at": _goes("at_the_doors.at"),
        "by_id": _goes("at_the_doors.by"),
        "browser": _goes("at_the_doors.browser"),
        "read_at": _goes("at_the_doors.read_at"),
    },
    "sign_in_link": {
        "id": _goes(because=KEY),
        "email": _goes("mails.to"),
        "token_hash": _goes(because=SECRET),
        "browser_hash": _goes(because=SECRET),
        "code_hash": _goes(because=SECRET),
        "code_attempts": _goes(because="how often the code beside the link was tried, gone a day later"),
        "next_path": _goes(because="where the link leads after sign-in, gone a day later"),
        "created_at": _goes("mails.made_at"),
        "expires_at": _goes(because="a quarter of an hour after it was made"),
        "used_at": _goes(because="the sign-in stands in the log"),
    },
    "kept_draft": {
        "user_id": _goes(because=THE_PERSON),
        "page": _goes("kept_drafts.page"),
        "form": _goes(because="which form of the page"),
        "written_at": _goes("kept_drafts.written_at"),
        "typed": _goes("kept_drafts.typed"),
        "left_out": _goes("kept_drafts.left_out"),
        "files": _goes("kept_drafts.files"),
    },
    "submitted_form": {
        "key": _goes(because=KEY),
        "user_id": _goes(because=THE_PERSON),
        "location": _goes(because="where a form led that was sent; what it did stands in the log"),
        "at": _goes(because="when; what it did stands in the log"),
    },
    "caseload_entry": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "counsellor_id": _goes("counsellors.who"),
        "from_at": _goes("counsellors.from"),
        "until_at": _goes("counsellors.until"),
    },
    "rights_request": {
        "id": _goes(because=KEY),
        "candidate_id": _goes(because=THE_PERSON),
        "kind": _goes("requests.kind"),
        "state": _goes("requests.state"),
        "words": _goes("requests.words"),
        "asked_at": _goes("requests.asked_at"),
        "due_on": _goes("requests.due_on"),
        "answered_at": _goes("requests.answered_at"),
        "answered_by_id": _goes("requests.answered_by"),
        "reason": _goes("requests.answer"),
    },
    "proposal": {
        "id": _kept(LAW),
        "candidate_id": _kept(LAW),
        "opening_id": _kept(LAW, "proposals.place"),
        "counsellor_id": _kept(LAW, "proposals.proposed_by"),
        "state": _kept(LAW, "proposals.state"),
        "snapshot": _emptied("proposals.reasons"),
        "note": _emptied("proposals.note"),
        "written_in": _kept(TONGUE),
        "proposed_at": _kept(LAW, "proposals.proposed_at"),
        "answered_at": _kept(LAW, "proposals.answered_at"),
        "answer_door": _kept(LAW, "proposals.answer_door"),
        "answered_for_by_id": _kept(LAW, "proposals.answered_for_by"),
        "on_behalf_reason": _kept(LAW, "proposals.on_behalf_because"),
        "no_reason": _emptied("proposals.no_reason"),
        "closed_at": _kept(LAW, "proposals.closed_at"),
        "version": _kept(COUNTER),
    },
    "disclosure": {
        "id": _goes(because=KEY),
        "proposal_id": _goes(because=KEY),
        "given_at": _goes("proposals.shared.from"),
        "withdrawn_at": _goes("proposals.shared.until"),
        "shared": _goes("proposals.shared.what"),
        "adaptations": _goes("proposals.shared.adaptations"),
    },
    "placement": {
        "id": _kept(LAW),
        "proposal_id": _kept(LAW),
        "candidate_id": _kept(LAW),
        "opening_id": _kept(LAW, "placements.place"),
        "coordinator_id": _kept(LAW, "placements.coordinator"),
        "kind": _kept(LAW, "placements.kind"),
        "state": _kept(LAW, "placements.state"),
        "begun_at": _kept(LAW, "placements.begun_at"),
        "agreed_at": _kept(LAW, "placements.agreed_at"),
        "started_on": _kept(LAW, "placements.started_on"),
        "ended_on": _kept(LAW, "placements.ended_on"),
        "end_reason": _kept(LAW, "placements.end_reason"),
        "undone_at": _kept(LAW, "placements.undone_at"),
        "undone_because": _kept(LAW, "placements.undone_because"),
        "version": _kept(COUNTER),
    },
    "agreement": {
        "id": _kept(LAW),
        "placement_id": _kept(LAW),
        "contract_type": _kept(LAW, "placements.agreement.contract_type"),
        "contract_reference": _kept(LAW, "placements.agreement.contract_reference"),
        "contract_date": _kept(LAW, "placements.agreement.contract_date"),
        "starts_on": _kept(LAW, "placements.agreement.starts_on"),
        "ends_on": _kept(LAW, "placements.agreement.ends_on"),
        "hours_per_week": _kept(LAW, "placements.agreement.hours_per_week"),
        "schemes": _kept(LAW, "placements.agreement.schemes"),
        "schemes_end_on": _kept(LAW, "placements.agreement.schemes_end_on"),
        "mentor_name": _kept(LAW, "placements.agreement.mentor_name"),
        "plan": _kept(LAW, "placements.agreement.plan"),
        "written_in": _kept(TONGUE),
        "risk_assessed_on": _kept(LAW, "placements.agreement.risk_assessed_on"),
        "guardian_consent_on": _kept(LAW, "placements.agreement.guardian_consent_on"),
        "made_with": _kept("the name in the agreement, as long as PLASS_AGREEMENT_MONTHS says; empty until then"),
        "version": _kept(COUNTER),
    },
    "approval": {
        "id": _kept(LAW),
        "agreement_id": _kept(LAW),
        "party": _kept(LAW, "placements.approvals.by"),
        "agreement_version": _kept(LAW, "placements.approvals.version"),
        "approved_by_id": Column(Fate.CUT, "placements.approvals.who"),
        "approved_at": _kept(LAW, "placements.approvals.at"),
        "on_behalf_reason": _kept(LAW, "placements.approvals.on_behalf_because"),
        "door": _kept(LAW, "placements.approvals.door"),
    },
    "follow_up": {
        "id": _goes(because=KEY),
        "placement_id": _goes(because=KEY),
        "week": _goes("placements.talks.week"),
        "due_on": _goes("placements.talks.due_on"),
        "state": _goes("placements.talks.state"),
        "done_at": _goes("placements.talks.done_at"),
        "done_by_id": _goes(because="the coordinator, or a colleague who stands in the log"),
        "still_there": _goes("placements.talks.still_there"),
        "skip_reason": _goes("placements.talks.skip_reason"),
        "agreed_next": _goes("placements.talks.agreed_next"),
        "written_in": _goes(because=TONGUE),
    },
    "candidate_read": {
        "id": _kept(READ_LOG),
        "at": _kept(READ_LOG, "looked_at_by.at"),
        "candidate_id": _kept(READ_LOG),
        "user_id": _kept(READ_LOG, "looked_at_by.who"),
        "role": _kept(READ_LOG, "looked_at_by.role"),
        "organisation_id": _kept(READ_LOG, "looked_at_by.employer"),
        "purpose": _kept(READ_LOG, "looked_at_by.purpose"),
        "what": _kept(READ_LOG, "looked_at_by.what"),
    },
    "audit_event": {
        "id": _kept(AUDIT),
        "occurred_at": _kept(AUDIT, "log.at"),
        "actor_id": Column(Fate.CUT, "log.who"),
        "action": _kept(AUDIT, "log.action"),
        "subject_kind": _kept(AUDIT),
        "subject_id": _kept(AUDIT),
        "organisation_id": _kept(AUDIT),
        "reason": _emptied("log.reason"),
        "details": _kept("codes and figures, no personal data", "log.details"),
    },
    "outbox_message": {
        "id": _goes(because=KEY),
        "recipient": _goes("mails.to"),
        "owner_id": _goes(because=KEY),
        "kind": _goes("mails.kind"),
        "locale": _goes("mails.language"),
        "params": _goes(because="keys of what the mail is about, emptied when it is sent"),
        "once_key": _goes(because=KEY),
        "created_at": _goes("mails.made_at"),
        "not_before": _goes(because="when it is tried next"),
        "claimed_until": _goes(because="who sends it now"),
        "attempts": _goes(because="how often it was tried"),
        "sent_at": _goes("mails.sent_at"),
        "given_up_at": _goes(because="that it could not be sent"),
    },
    "job_event": {
        "id": _kept("the count of jobs stays true"),
        "kind": _kept("the count of jobs stays true", "counted.step"),
        "source_ref": Column(Fate.CUT, because=KEY),
        "person_ref": Column(Fate.CUT, because="leads to nobody: the person's reference is another from then on"),
        "workplace_id": _kept("the count of jobs stays true"),
        "organisation_id": _kept("the count of jobs stays true"),
        "opening_kind": _kept("the count of jobs stays true", "counted.place_kind"),
        "municipality_number": _kept("the workplace's", "counted.municipality"),
        "sector": _kept("the employer's"),
        "certified": _kept("the employer's"),
        "positions": _kept("the place's"),
        "planned_weeks": _kept("the count of jobs stays true", "counted.planned_weeks"),
        "attempt": _kept("the count of jobs stays true"),
        "undone_because": _kept("the count of jobs stays true", "counted.undone_because"),
        "occurred_on": _kept("the count of jobs stays true", "counted.on"),
        "recorded_at": _kept("when Plass heard of it"),
    },
}
"""Tables with something of a candidate in them, column by column."""

ABOUT_OTHERS: Mapping[str, str] = {
    "access_request": "somebody at an employer",
    "action_item": "an employer's plan",
    "answer": "an employer's claim about itself",
    "assessment": "an employer's certification",
    "authority_request": "somebody at an employer",
    "awaited_answer": "an employer's registration",
    "branch": "a public body's parts",
    "certificate": "an employer's",
    "certificate_event": "an employer's",
    "certifier_assignment": "a certifier's case",
    "criteria_edition": "the criteria",
    "decision": "an employer's certification",
    "demo_mark": "when the demo was loaded",
    "evidence": "an employer's",
    "evidence_file": "an employer's",
    "finding": "a certifier's, of an employer",
    "gathering": "of employers",
    "gathering_sign_up": "of people at employers",
    "invitation": "somebody at an employer",
    "known_browser": "of those who sign in by mail, which candidates do not",
    "nav_office": "an office",
    "opening": "an employer's place",
    "opening_adaptation": "an employer's place",
    "opening_requirement": "an employer's place",
    "opening_shift": "an employer's place",
    "opening_task": "an employer's place",
    "organisation": "an employer",
    "rate_limit_counter": "fingerprints of senders and network addresses, forgotten when their window ends",
    "recommendation": "a certifier's, of an employer",
    "role_proposal": "somebody who is to work with the scheme",
    "scheduler_lease": "a process",
    "sent_back": "an employer's certification",
    "signed_text": "an employer's certification",
    "tree_reading": "a public body's parts",
    "workplace": "an employer's",
}
"""Tables that are about somebody else, or nobody."""

WRITTEN_BY_STAFF = frozenset(
    {
        "access_request.closed_by_id", "access_request.endorsed_by_id", "access_request.user_id",
        "action_item.created_by_id", "answer.answered_by_id", "assessment.created_by_id", "assessment.signed_by_id",
        "authority_request.closed_by_id", "authority_request.user_id", "certificate_event.recorded_by_id",
        "certifier_assignment.assigned_by_id", "certifier_assignment.certifier_id", "decision.certifier_id",
        "decision.first_decider_id", "decision.refused_by_id", "decision.second_decider_id", "evidence.added_by_id",
        "evidence.removed_by_id", "finding.recorded_by_id", "gathering.created_by_id", "gathering_sign_up.user_id",
        "invitation.invited_by_id", "known_browser.user_id",
        "opening.created_by_id", "recommendation.certifier_id", "role_proposal.confirmed_by_id",
        "role_proposal.proposed_by_id", "role_proposal.user_id", "sent_back.sent_by_id",
    }
)  # fmt: skip
"""References to a user in those other tables. A candidate is never among them: their role reaches no such page."""

JSON_OF_OTHERS = frozenset(
    {
        "decision.verdict",
        "opening.age_gates",
        "opening.hazards",
        "signed_text.content",
        "tree_reading.queue",
        "tree_reading.seen",
    }
)
"""Columns of those other tables that hold JSON: codes of places and cases, numbers of employers."""
