"""The demo's certification cases, each carried as far as the employer's line in employers.yaml says."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from app.demo.loading.employers import DemoEmployer
from app.demo.loading.people import Staff
from app.demo.loading.timeline import Timeline
from certification.cases import action_plan, answers, assessments, evidence, findings, review
from certification.cases.action_plan import Action
from certification.cases.answers import Claim
from certification.cases.case import Case, read_case
from certification.cases.evidence import Attached
from certification.cases.findings import Found
from certification.cases.tables.assessment import Assessment
from certification.cases.types import DecisionOutcome
from certification.certificates import life as certificates
from certification.certificates import queries as certificate_queries
from certification.criteria.editions.criterion import Criterion
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AnswerValue, EvidenceKind, FindingValue, LevelId
from certification.decisions import deciding
from ground.act import Act

ON_PAPER = {EvidenceKind.FILE, EvidenceKind.PULSE}
ROUTINE = "Rutine. Leder har ansvaret. Gjennomgått med alle ansatte og tillitsvalgt, og tas opp igjen hvert år.\n"
ORDER = (
    "draft", "answering", "submitted", "assigned", "in_review", "returned", "recommended", "approved"
)  # fmt: skip
AFTER_RECOMMENDED = ("approved", "expiring", "withdrawn_certificate", "underveis", "not_approved")
NOTES = (
    "Vi har gjort dette siden i fjor og går gjennom det hver høst.",
    "Rutinen er kjent for alle og henger på pauserommet.",
    "Det står i planen vår, og verneombudet er med.",
    "Slik gjør vi det, og vi kan vise hvordan.",
)
SHORTCOMING = "Vi fant ingen som kjente rutinen. Den må gjøres kjent, og det må kunne vises."


@dataclass
class Cases:
    """All cases of the demo."""

    timeline: Timeline
    staff: Staff

    def begin(self, employer: DemoEmployer) -> None:
        """Start the case of an employer some weeks after its leader was confirmed."""
        goal = employer.fiction.case
        if goal is None:
            return
        early = goal in AFTER_RECOMMENDED
        pause = self.timeline.between(5, 20) if early else 0
        day = self.timeline.day + timedelta(days=pause)
        if not early:
            day = max(day, self.timeline.today - timedelta(days=self.timeline.between(25, 60)))
        self.timeline.at(day, lambda: self._start(employer, goal))

    def _start(self, employer: DemoEmployer, goal: str) -> None:
        timeline = self.timeline
        level = LevelId.UNDERVEIS if goal == "underveis" else LevelId.INKLUDERENDE
        case = assessments.start(
            Act(timeline.session, employer.leader.id, timeline.now), organisation=employer.organisation, level=level
        )
        if goal == "draft":
            return
        fiction = employer.fiction
        assessments.save_profile(
            Act(timeline.session, employer.leader.id, timeline.now),
            read_case(timeline.session, case),
            level=level,
            profile=Profile(
                employees=fiction.employees or 4,
                sector=fiction.sector,
                has_under_18=True,
                trade=any(one in fiction.offers for one in ("carpenter", "hair", "mechanic", "electrician", "kitchen")),
                has_apprentices=False,
                takes_training=False,
            ),
            reason="Tallet i registeret mangler.",
            expected_version=case.version,
        )
        timeline.after(timeline.between(2, 6), lambda: self._answer(employer, case, goal))

    def _answer(self, employer: DemoEmployer, case: Assessment, goal: str) -> None:
        timeline = self.timeline
        view = read_case(timeline.session, case)
        share = timeline.chance.uniform(0.3, 0.7) if goal == "answering" else 1.0
        wanted = [item.criterion.id for item in view.applicable][: int(len(view.applicable) * share) or 1]
        self._fill_in(employer, case, view, wanted)
        if goal != "answering":
            timeline.after(timeline.between(2, 6), lambda: self._submit(employer, case, goal))

    def _fill_in(self, employer: DemoEmployer, case: Assessment, view: Case, wanted: list[str]) -> None:
        session, now = self.timeline.session, self.timeline.now
        claims: dict[str, tuple[Claim, int]] = {}
        for number, criterion_id in enumerate(wanted):
            criterion = view.edition.criterion(criterion_id)
            counts = criterion.indicator is not None or EvidenceKind.FIGURES in criterion.evidence
            share = criterion.indicator is not None and criterion.indicator.base_label is not None
            claims[criterion_id] = (
                Claim(AnswerValue.MET, NOTES[number % len(NOTES)], 9 if counts else None, 9 if share else None),
                0,
            )
            self._attach(employer, case, criterion)
            if EvidenceKind.ACTION_PLAN in criterion.evidence:
                self._add_action(employer, case, f"Følge opp «{criterion.called.nb}»", criterion_id)
        answers.save_answers(Act(session, employer.leader.id, now), view, claims=claims)
        for what in ("Kurse alle ledere", "Avtale fast kontakt i Nav", "Spørre de unge etter tre måneder"):
            self._add_action(employer, case, what, None)

    def _attach(self, employer: DemoEmployer, case: Assessment, criterion: Criterion) -> None:
        """A link where one will do, else a short file."""
        timeline, kinds = self.timeline, set(criterion.evidence)
        attached = Attached(criterion.id, "Slik gjør vi det", timeline.day)
        if EvidenceKind.LINK in kinds:
            evidence.add_link(
                Act(timeline.session, employer.leader.id, timeline.now),
                read_case(timeline.session, case),
                attached=attached,
                url=f"https://virksomhet.example/{employer.organisation.orgnr}/{criterion.id.lower()}",
            )
        elif kinds & ON_PAPER:
            evidence.add_file(
                Act(timeline.session, employer.leader.id, timeline.now),
                read_case(timeline.session, case),
                attached=attached,
                content=ROUTINE.encode(),
                original_name=f"rutine-{criterion.id.lower()}.txt",
            )

    def _add_action(self, employer: DemoEmployer, case: Assessment, what: str, criterion_id: str | None) -> None:
        due_on = self.timeline.day + timedelta(days=90)
        action_plan.add_action(
            Act(self.timeline.session, employer.leader.id, self.timeline.now),
            read_case(self.timeline.session, case),
            action=Action(what, "Daglig leder", due_on, criterion_id),
        )

    def _submit(self, employer: DemoEmployer, case: Assessment, goal: str) -> None:
        timeline = self.timeline
        assessments.sign_and_submit(
            Act(timeline.session, employer.leader.id, timeline.now),
            read_case(timeline.session, case),
            seen_hash=read_case(timeline.session, case).hash,
        )
        self._go_on(goal, "submitted", lambda: self._assign(case, goal))

    def _assign(self, case: Assessment, goal: str) -> None:
        timeline = self.timeline
        certifiers = self.staff.certifiers[:1] if goal in ("assigned", "in_review") else self.staff.certifiers
        certifier = timeline.chance.choice(certifiers)
        review.assign_certifier(
            Act(timeline.session, self.staff.programme_lead.id, timeline.now),
            assessment_id=case.id,
            certifier_id=certifier.id,
        )
        self._go_on(goal, "assigned", lambda: self._review(case, certifier.id, goal))

    def _review(self, case: Assessment, certifier_id: uuid.UUID, goal: str) -> None:
        timeline, session = self.timeline, self.timeline.session
        review.declare_impartiality(Act(session, certifier_id, timeline.now), assessment_id=case.id)
        view = read_case(session, case)
        seen = len(view.applicable) // 2 + 1 if goal == "in_review" else len(view.applicable)
        bad = (3, 9) if goal in ("returned", "not_approved") else ()
        found = {
            item.criterion.id: Found(FindingValue.MAJOR, SHORTCOMING) if number in bad else Found(self._good(number))
            for number, item in enumerate(view.applicable[:seen])
        }
        findings.save_findings(
            Act(session, certifier_id, timeline.now), view, findings={id_: (one, 0) for id_, one in found.items()}
        )
        if goal == "in_review":
            return
        if goal == "returned":
            review.send_back(
                Act(session, certifier_id, timeline.now),
                read_case(session, case),
                message="Mye er på plass. To punkter må rettes før vi kan gå videre.",
                due_on=timeline.today + timedelta(days=21),
            )
            return
        outcome = DecisionOutcome.NOT_APPROVED if goal == "not_approved" else DecisionOutcome.APPROVED
        review.recommend(
            Act(session, certifier_id, timeline.now),
            read_case(session, case),
            outcome=outcome,
            text="Det virksomheten sier, stemmer med det vi har sett og hørt.",
        )
        self._go_on(goal, "recommended", lambda: self._decide(case, outcome, goal))

    def _good(self, number: int) -> FindingValue:
        return FindingValue.GOOD_PRACTICE if number % 11 == 5 else FindingValue.APPROVED  # now and then

    def _decide(self, case: Assessment, outcome: DecisionOutcome, goal: str) -> None:
        timeline, session = self.timeline, self.timeline.session
        first, second = self.staff.deciders[0], self.staff.deciders[1]
        decision = deciding.propose(
            Act(session, first.id, timeline.now),
            read_case(session, case),
            outcome=outcome,
            reasons="Vi følger innstillingen.",
            due_on=None,
            declares_impartial=True,
        )
        deciding.confirm(
            Act(session, second.id, timeline.now + timedelta(hours=2)),
            read_case(session, case),
            decision_id=decision.id,
            declares_impartial=True,
        )
        if goal == "withdrawn_certificate":
            timeline.after(150, lambda: self._withdraw(case))
        for year in (1, 2):
            timeline.after(365 * year - timeline.between(5, 40), lambda: self._report(case))

    def _report(self, case: Assessment) -> None:
        """Most send their annual report in time; one in ten forgets."""
        timeline = self.timeline
        for certificate in certificate_queries.of_organisation(timeline.session, case.organisation_id):
            if certificate.counts_on(timeline.day) and timeline.happens(0.9):
                certificates.receive_annual_report(
                    Act(timeline.session, self.staff.programme_lead.id, timeline.now), certificate_id=certificate.id
                )

    def _withdraw(self, case: Assessment) -> None:
        for certificate in certificate_queries.of_organisation(self.timeline.session, case.organisation_id):
            certificates.withdraw(
                Act(self.timeline.session, self.staff.programme_lead.id, self.timeline.now),
                certificate_id=certificate.id,
                reason="Virksomheten har lagt ned opplæringsløpet og ønsker ikke å fortsette.",
            )

    def _go_on(self, goal: str, reached: str, following: Callable[[], None]) -> None:
        """The next step follows some days later, unless the case is to stay here."""
        if goal in AFTER_RECOMMENDED or ORDER.index(goal) > ORDER.index(reached):
            self.timeline.after(self.timeline.between(2, 6), following)
