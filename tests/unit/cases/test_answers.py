"""Proof: what the employer owes, what others gather, and what can stand in."""

from decimal import Decimal

from certification.cases.rules.answers import AnswerFacts, missing_evidence, suffices
from certification.criteria.rules.figures import Figure
from certification.criteria.types import AnswerValue, EvidenceKind, SizeClass
from tests.builders.criteria import edition

FILE, LINK, PULSE = EvidenceKind.FILE, EvidenceKind.LINK, EvidenceKind.PULSE


def missing(
    criterion_id: str,
    *evidence: EvidenceKind,
    note: str = "",
    size: SizeClass = SizeClass.LARGE,
    value: AnswerValue | None = AnswerValue.MET,
    figure: Figure | None = None,
) -> tuple[EvidenceKind, ...]:
    answer = AnswerFacts(value, note, frozenset(evidence), figure)
    return missing_evidence(edition().criterion(criterion_id), answer, size)


def test_a_claim_needs_one_of_the_kinds_of_evidence() -> None:
    assert missing("GRU-2") == (LINK, FILE)
    assert missing("GRU-2", LINK) == ()
    assert missing("GRU-2", note="Vi har en plan.") == (LINK, FILE)


def test_only_a_claim_must_be_proved() -> None:
    assert missing("GRU-2", value=AnswerValue.PARTLY) == (LINK, FILE)
    for value in (None, AnswerValue.NOT_MET, AnswerValue.NOT_APPLICABLE):
        assert missing("GRU-2", value=value) == ()


def test_what_registers_and_certifiers_find_out_is_not_owed() -> None:
    assert missing("GRU-1") == ()
    assert missing("LAR-3") == ()
    assert missing("LAR-1") == (FILE,)
    assert missing("LAR-1", EvidenceKind.REGISTER) == ()


def test_the_answer_itself_is_a_declaration() -> None:
    assert missing("GRU-6") == ()


def test_a_note_is_a_description_and_a_file_does_as_well() -> None:
    assert missing("FOR-2") == (EvidenceKind.DESCRIPTION,)
    assert missing("FOR-2", note="   ") == (EvidenceKind.DESCRIPTION,)
    assert missing("FOR-2", note="Kari, åtte timer i måneden.") == ()
    assert missing("FOR-2", FILE) == ()


def test_a_link_is_enough_only_where_a_link_or_a_description_is_asked_for() -> None:
    enough = {id_: suffices(LINK, edition().criterion(id_), SizeClass.LARGE) for id_ in ("GRU-2", "FOR-2", "TIL-3")}
    assert enough == {"GRU-2": True, "FOR-2": True, "TIL-3": False}


def test_a_summary_can_stand_for_the_survey() -> None:
    assert missing("ARB-2") == (PULSE,)
    assert missing("ARB-2", FILE) == ()


def test_the_smallest_may_describe_what_they_do_instead() -> None:
    assert missing("ARB-2", note="Felles samtale i mai.", size=SizeClass.MICRO) == ()
    assert missing("ARB-2", note="Felles samtale i mai.", size=SizeClass.SMALL) == (PULSE,)


def test_figures_are_proof_where_figures_are_asked_for() -> None:
    assert missing("LAR-7") == (EvidenceKind.FIGURES,)
    assert missing("LAR-7", figure=Figure(Decimal(2))) == ()
