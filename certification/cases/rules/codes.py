"""The codes that the rules answer with; `app.cases.labels` and `app.cases.sentences` turn them into sentences."""

from enum import StrEnum


class GapSeverity(StrEnum):
    """Whether a gap stops the case from being submitted, or only stands in the way of the certificate."""

    BLOCKING = "blocking"
    ADVISORY = "advisory"


class GapCode(StrEnum):
    """What the employer still lacks (`gaps`)."""

    PROFILE_UNANSWERED = "profile_unanswered"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE_NOT_ALLOWED = "not_applicable_not_allowed"
    NOT_APPLICABLE_REASON_MISSING = "not_applicable_reason_missing"
    SIGNATURE_MISSING = "signature_missing"
    MUST_NOT_MET = "must_not_met"
    SHOULD_NOT_MET_OR_EXPLAINED = "should_not_met_or_explained"
    CHOICE_POOL_EMPTY = "choice_pool_empty"
    EVIDENCE_MISSING = "evidence_missing"
    FIGURE_MISSING = "figure_missing"
    BELOW_THRESHOLD = "below_threshold"
    RESULT_NOT_MET_OR_EXPLAINED = "result_not_met_or_explained"
    ACTION_PLAN_TOO_SHORT = "action_plan_too_short"


class ReasonKind(StrEnum):
    """What a reason against approval is about; it settles what may be decided instead (`decision`)."""

    DECIDERS = "deciders"
    CASE = "case"
    REVIEW = "review"
    SUBSTANCE = "substance"


class ReasonCode(StrEnum):
    """Why a case may not be approved (`decision`)."""

    TWO_DECIDERS_NEEDED = "two_deciders_needed"
    DECIDER_IS_CERTIFIER = "decider_is_certifier"
    DECIDER_BELONGS_TO_ORGANISATION = "decider_belongs_to_organisation"
    DECIDER_BELONGS_TO_COUNTY = "decider_belongs_to_county"
    ORGANISATION_NOT_VERIFIED = "organisation_not_verified"
    SIGNATURE_MISSING = "signature_missing"
    SIGNATURE_OUTDATED = "signature_outdated"
    PROFILE_INCOMPLETE = "profile_incomplete"
    NOTHING_TO_ASSESS = "nothing_to_assess"
    LEVEL_NOT_RENEWABLE = "level_not_renewable"
    CERTIFIER_MISSING = "certifier_missing"
    CERTIFIER_NOT_IMPARTIAL = "certifier_not_impartial"
    UNANSWERED = "unanswered"
    FINDING_MISSING = "finding_missing"
    MILESTONE_MISSING = "milestone_missing"
    MILESTONE_PASSED = "milestone_passed"
    MAJOR_NONCONFORMITY = "major_nonconformity"
    GATE_NOT_IN_ORDER = "gate_not_in_order"
    EMPLOYER_SAYS_NOT_MET = "employer_says_not_met"
    NOT_APPLICABLE_NOT_ALLOWED = "not_applicable_not_allowed"
    NOT_APPLICABLE_REASON_MISSING = "not_applicable_reason_missing"
    NOT_APPLICABLE_NOT_ACCEPTED = "not_applicable_not_accepted"
    SHOULD_NOT_MET_OR_EXPLAINED = "should_not_met_or_explained"
    CHOICE_POOL_EMPTY = "choice_pool_empty"
    FIGURE_MISSING = "figure_missing"
    BELOW_THRESHOLD = "below_threshold"
    RESULT_NOT_MET_OR_EXPLAINED = "result_not_met_or_explained"


class ConditionCode(StrEnum):
    """What an approval brings with it: something to do by a date or in the first annual report."""

    MILESTONE = "milestone"
    FIGURE_IN_FIRST_ANNUAL_REPORT = "figure_in_first_annual_report"
