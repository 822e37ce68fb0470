"""Enums of the criteria: what an edition can say, and what can be answered and found."""

from enum import StrEnum


class EditionStatus(StrEnum):
    """The life of an edition of the criteria (certification.md 5); published means locked."""

    DRAFT = "draft"
    HEARING = "hearing"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class LevelId(StrEnum):
    """The three levels (certification.md 7.3), by the ids of the catalogue."""

    UNDERVEIS = "underveis"
    INKLUDERENDE = "inkluderende"
    PADRIVER = "padriver"


class RequirementType(StrEnum):
    """What a level asks of a criterion (catalogue: ma, bor, valg, resultat, -)."""

    MUST = "must"
    SHOULD = "should"
    CHOICE = "choice"
    RESULT = "result"
    NONE = "none"


class NotApplicableRule(StrEnum):
    """Whether a criterion may be answered «not applicable»."""

    NO = "no"
    YES = "yes"
    WITH_REASON = "with_reason"


class EvidenceKind(StrEnum):
    """What may prove that a criterion is met."""

    REGISTER = "register"
    LINK = "link"
    FILE = "file"
    DESCRIPTION = "description"
    FIGURES = "figures"
    CONVERSATION = "conversation"
    SPOT_CHECK = "spot_check"
    PULSE = "pulse"
    SELF_DECLARATION = "self_declaration"
    ACTION_PLAN = "action_plan"


class AutoSource(StrEnum):
    """Where Plass itself can propose an answer from; a person still confirms it."""

    BUSINESS_REGISTER = "business_register"
    ACTION_PLAN = "action_plan"
    OPENINGS = "openings"
    NETWORK = "network"
    MENTOR_PAIR = "mentor_pair"


class IndicatorKind(StrEnum):
    """How a threshold is measured: part of a whole, per 50 employees, or a plain count."""

    SHARE = "share"
    PER_50_EMPLOYEES = "per_50_employees"
    COUNT = "count"


class Visibility(StrEnum):
    """Who sees the answer to a criterion: it may be published, or stays between employer and county."""

    OPEN = "open"
    INTERNAL = "internal"


class AskedFrom(StrEnum):
    """When a criterion is asked for the first time: at once, or from the first annual report."""

    START = "start"
    FIRST_ANNUAL_REPORT = "first_annual_report"


class ProfileQuestionId(StrEnum):
    """The introductory questions that select which criteria apply."""

    SIZE = "size"
    SECTOR = "sector"
    HAS_UNDER_18 = "has_under_18"
    TRADE = "trade"
    HAS_APPRENTICES = "has_apprentices"
    TAKES_TRAINING = "takes_training"


class QuestionSource(StrEnum):
    """Where the answer to a profile question comes from first; the employer may correct it."""

    BUSINESS_REGISTER = "business_register"
    EMPLOYER = "employer"


class SizeClass(StrEnum):
    """Size by number of employees; the numbers stand in `rules.profile`."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    VERY_LARGE = "very_large"


class Round(StrEnum):
    """Which time an organisation is measured: some criteria are asked for from the first annual report."""

    FIRST = "first"
    ANNUAL_REPORT = "annual_report"
    RECERTIFICATION = "recertification"


class AnswerValue(StrEnum):
    """The employer's claim on a criterion; no answer yet is None."""

    NOT_MET = "not_met"
    PARTLY = "partly"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"


class FindingValue(StrEnum):
    """The certifier's finding on a criterion, in the language of ISO audits."""

    NOT_SEEN = "not_seen"
    APPROVED = "approved"
    MINOR = "minor"
    MAJOR = "major"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"
    GOOD_PRACTICE = "good_practice"
