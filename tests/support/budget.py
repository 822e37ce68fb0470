"""How many statements a request may send: fifteen, and the exceptions. The list may only shrink.

Counted in every test that opens a page. What begins, ends or nests a transaction is not counted.
"""

USUAL = 15

WRITES_TO_MANY = "An act that is judged, written down, counted and told to several people by mail."
WRITES_A_LIST = "A place with its tasks, shifts, requirements and adaptations, each in a table of its own."
JUDGES_A_CASE = (
    "Reads a whole case, judges it by all that the decision rests on, writes it down and tells the employer."
)

EXCEPTIONS: dict[str, tuple[int, str]] = {
    "POST candidate.placement_approve": (20, WRITES_TO_MANY),
    "POST candidate.proposal_yes": (27, WRITES_TO_MANY),
    "POST certifier.assessment_recommend": (16, JUDGES_A_CASE),
    "POST counsellor.candidate_close": (30, WRITES_TO_MANY),
    "POST counsellor.candidate_opening": (22, WRITES_TO_MANY),
    "POST counsellor.placement_approve": (32, WRITES_TO_MANY),
    "POST counsellor.placement_approve_for": (21, WRITES_TO_MANY),
    "POST counsellor.placement_cancel": (18, WRITES_TO_MANY),
    "POST counsellor.placement_end": (24, WRITES_TO_MANY),
    "POST county.assessment_confirm": (27, JUDGES_A_CASE),
    "POST county.assessment_propose": (19, JUDGES_A_CASE),
    "POST county.certificate_reinstate": (16, WRITES_TO_MANY),
    "POST county.certificate_suspend": (17, WRITES_TO_MANY),
    "POST county.certificate_withdraw": (16, WRITES_TO_MANY),
    "POST employer.authority_code": (16, WRITES_TO_MANY),
    "POST employer.confirm_registration": (24, WRITES_TO_MANY),
    "POST employer.opening_copy": (17, WRITES_TO_MANY),
    "POST employer.opening_edit": (16, WRITES_A_LIST),
    "POST employer.placement_approve": (20, WRITES_TO_MANY),
    "POST employer.placement_start": (28, WRITES_TO_MANY),
    "POST employer.placement_edit": (17, WRITES_TO_MANY),
    "POST employer.proposal_answer": (21, WRITES_TO_MANY),
}
"""The most statements of these pages, as `POST employer.opening_edit`, and why they send more than usual."""


def budget_of(page: str) -> int:
    """The most statements of a page."""
    return EXCEPTIONS.get(page, (USUAL, ""))[0]
