"""Cases in the situations that tests start from, made through the services as people would make them."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from certification.cases import action_plan, answers, assessments, evidence, findings, review
from certification.cases.action_plan import Action
from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.cases.evidence import Attached
from certification.cases.findings import Found
from certification.cases.tables.answer import Answer
from certification.cases.tables.assessment import Assessment
from certification.cases.types import DecisionOutcome
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AnswerValue, EvidenceKind, FindingValue, LevelId
from ground.act import Act
from register.organisations.models import Organisation
from register.organisations.types import Sector
from register.people.models import User
from register.roles.types import Role
from tests.factories.criteria import published_edition
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.world import NOON

TODAY = NOON.date()
SMALL_PRIVATE = Profile(
    employees=12, sector=Sector.PRIVATE, has_under_18=False, trade=False, has_apprentices=False, takes_training=False
)
ON_PAPER = {EvidenceKind.LINK, EvidenceKind.FILE, EvidenceKind.PULSE}


def answering_case(
    session: Session,
    organisation: Organisation,
    leader: User,
    *,
    level: LevelId = LevelId.INKLUDERENDE,
    profile: Profile = SMALL_PRIVATE,
    now: datetime = NOON,
) -> Assessment:
    """A case whose profile is answered; no criterion is."""
    published_edition(session, now=now)
    case = assessments.start(Act(session, leader.id, now), organisation=organisation, level=level)
    return assessments.save_profile(
        Act(session, leader.id, now),
        read_case(session, case),
        level=level,
        profile=profile,
        reason="Tallet i registeret er gammelt.",
        expected_version=case.version,
    ).assessment


def answer_everything(session: Session, case: Assessment, person: User, *, now: datetime = NOON) -> None:
    """Answer each criterion as well as it can be answered, with what proves it."""
    view = read_case(session, case)
    claims: dict[str, tuple[Claim, int]] = {}
    for item in view.applicable:
        criterion = item.criterion
        wants_figure = criterion.indicator is not None or EvidenceKind.FIGURES in criterion.evidence
        share = criterion.indicator is not None and criterion.indicator.base_label is not None
        claim = Claim(AnswerValue.MET, "Slik gjør vi det.", 20 if wants_figure else None, 20 if share else None)
        claims[criterion.id] = (claim, view.answers[criterion.id].version if criterion.id in view.answers else 0)
        if ON_PAPER & set(criterion.evidence):
            add_link(session, case, criterion.id, person, now=now)
        if EvidenceKind.ACTION_PLAN in criterion.evidence:
            add_action(session, case, person, criterion.id, now=now)
    assert not answers.save_answers(Act(session, person.id, now), view, claims=claims).refused
    while len(read_case(session, case).actions) < 3:
        add_action(session, case, person, None, now=now)


def save_answer(act: Act, case: Assessment, *, criterion_id: str, claim: Claim, expected_version: int) -> Answer:
    """Answer one criterion. Raises why it was refused."""
    claims = {criterion_id: (claim, expected_version)}
    saved = answers.save_answers(act, read_case(act.session, case), claims=claims)
    for error in saved.refused.values():
        raise error
    return saved.case.answers[criterion_id]


def add_link(session: Session, case: Assessment, criterion_id: str, person: User, *, now: datetime = NOON) -> None:
    """A link beside an answer."""
    evidence.add_link(
        Act(session, person.id, now),
        read_case(session, case),
        attached=Attached(criterion_id, "Slik gjør vi det", date(2026, 5, 1)),
        url=f"https://virksomhet.example/{criterion_id.lower()}",
    )


def add_action(
    session: Session, case: Assessment, person: User, criterion_id: str | None, *, now: datetime = NOON
) -> None:
    """An action with somebody responsible and a deadline."""
    action = Action("Kurse alle ledere", "HR-sjef", now.date() + timedelta(days=90), criterion_id)
    action_plan.add_action(Act(session, person.id, now), read_case(session, case), action=action)


def submitted_case(
    session: Session,
    organisation: Organisation | None = None,
    leader: User | None = None,
    *,
    level: LevelId = LevelId.INKLUDERENDE,
    now: datetime = NOON,
) -> Assessment:
    """A case answered in full, signed and submitted."""
    employer = organisation or verified_organisation(session, now=now)
    signer = leader or leader_of(session, employer, now=now)
    case = answering_case(session, employer, signer, level=level, now=now)
    answer_everything(session, case, signer, now=now)
    return assessments.sign_and_submit(
        Act(session, signer.id, now + timedelta(minutes=1)),
        read_case(session, case),
        seen_hash=read_case(session, case).hash,
    )


def assigned_case(session: Session, certifier: User, case: Assessment | None = None) -> Assessment:
    """A submitted case that the county has given to a certifier."""
    found = case or submitted_case(session)
    officer = person_with_role(session, Role.PROGRAMME_LEAD, "Pia Programleder")
    review.assign_certifier(Act(session, officer.id, NOON), assessment_id=found.id, certifier_id=certifier.id)
    return found


def case_in_review(session: Session, certifier: User, case: Assessment | None = None) -> Assessment:
    """A case that its certifier may see and record on."""
    found = assigned_case(session, certifier, case)
    review.declare_impartiality(Act(session, certifier.id, NOON), assessment_id=found.id)
    return found


def record(session: Session, case: Assessment, certifier: User, criterion_id: str, found: Found) -> None:
    """One finding, whatever stood there before."""
    before = read_case(session, case)
    version = before.findings[criterion_id].version if criterion_id in before.findings else 0
    recorded = findings.save_findings(
        Act(session, certifier.id, NOON), before, findings={criterion_id: (found, version)}
    )
    assert not recorded.refused


def approve_everything(session: Session, case: Assessment, certifier: User) -> None:
    """A passing finding on each criterion."""
    for item in read_case(session, case).applicable:
        record(session, case, certifier, item.criterion.id, Found(FindingValue.APPROVED))


def recommended_case(session: Session, certifier: User, case: Assessment | None = None) -> Assessment:
    """A case that the certifier recommends for approval."""
    found = case_in_review(session, certifier, case)
    approve_everything(session, found, certifier)
    review.recommend(
        Act(session, certifier.id, NOON),
        read_case(session, found),
        outcome=DecisionOutcome.APPROVED,
        text="Alt er på plass.",
    )
    return found


LATER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
