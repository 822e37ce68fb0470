"""How many statements a request may send: fifteen, and the exceptions. The list may only shrink.

Counted in every test that opens a page. What begins, ends or nests a transaction is not counted.
"""

USUAL = 15

WRITES_TO_MANY = "An act that is judged, written down, counted and told to several people by mail."
WRITES_A_LIST = "A place with its tasks, shifts, requirements and adaptations, each in a table of its own."
READS_A_PERSON = "All that is kept of one person, from each table where something of them may stand."
JUDGES_A_CASE = (
    "Reads a whole case, judges it by all that the decision rests on, writes it down and tells the employer."
)
GIVES_A_ROLE = (
    "Asks who may give, what the person holds and what waits, before and after the person is held; written and mailed."
)

WAITS = "Each kind of what waits is a question of its own, beside the overview."
COUNTS_A_TRY = "A try at a PIN is counted by itself before it is judged; what opens is written down and told."

EXCEPTIONS: dict[str, tuple[int, str]] = {
    "GET counsellor.front": (18, WAITS),
    "GET employer.front": (20, WAITS),
    "GET counsellor.candidate_show": (16, "All that is known of one person, and what they wait for."),
    "POST candidate.ask_for_new_pin": (17, WRITES_TO_MANY),
    "POST candidate.change_pin": (17, COUNTS_A_TRY),
    "POST candidate.enter": (24, COUNTS_A_TRY),
    "POST candidate.first_pin": (23, COUNTS_A_TRY),
    "POST candidate.forgotten_pin": (40, COUNTS_A_TRY),
    "GET candidate.everything": (38, READS_A_PERSON),
    "GET candidate.everything_pdf": (38, READS_A_PERSON),
    "GET candidate.export": (38, READS_A_PERSON),
    "POST candidate.delete": (26, WRITES_TO_MANY),
    "POST auth.offer_accept": (20, WRITES_TO_MANY),
    "POST candidate.placement_approve": (21, WRITES_TO_MANY),
    "POST candidate.proposal_yes": (27, WRITES_TO_MANY),
    "POST certifier.assessment_recommend": (16, JUDGES_A_CASE),
    "POST counsellor.candidate_code": (17, "The first code makes the candidate's user with its role as well."),
    "POST certifier.assessment_send_back": (
        16,
        "Reads a whole case, sets aside what is signed, and tells the employer.",
    ),
    "POST counsellor.candidate_close": (30, WRITES_TO_MANY),
    "POST counsellor.candidate_opening": (23, WRITES_TO_MANY),
    "POST counsellor.placement_approve": (34, WRITES_TO_MANY),
    "POST counsellor.placement_approve_for": (23, WRITES_TO_MANY),
    "POST counsellor.placement_cancel": (18, WRITES_TO_MANY),
    "POST counsellor.placement_end": (24, WRITES_TO_MANY),
    "POST counsellor.placement_start": (28, WRITES_TO_MANY),
    "POST counsellor.placement_undo_start": (20, WRITES_TO_MANY),
    "POST counsellor.proposal_answer_for": (34, WRITES_TO_MANY),
    "POST counsellor.request_correct": (21, "What is kept, traces at the doors, the answer, and a link in each mail."),
    "GET county.assessment": (
        17,
        "A whole case judged by the rule, its decisions, and whether the reader may decide it.",
    ),
    "POST county.assessment_confirm": (27, JUDGES_A_CASE),
    "POST county.assessment_propose": (19, JUDGES_A_CASE),
    "POST county.user_give_role": (19, GIVES_A_ROLE),
    "POST county.user_invite": (21, GIVES_A_ROLE),
    "POST county.certificate_reinstate": (16, WRITES_TO_MANY),
    "POST county.certificate_suspend": (17, WRITES_TO_MANY),
    "POST county.certificate_withdraw": (16, WRITES_TO_MANY),
    "POST office.role_offer": (19, GIVES_A_ROLE),
    "POST county.assessment_refuse": (16, WRITES_TO_MANY),
    "POST employer.authority_code": (18, WRITES_TO_MANY),
    "POST employer.confirm_registration": (24, WRITES_TO_MANY),
    "POST employer.opening_copy": (17, WRITES_TO_MANY),
    "POST employer.opening_edit": (16, WRITES_A_LIST),
    "POST employer.placement_approve": (22, WRITES_TO_MANY),
    "POST employer.placement_start": (30, WRITES_TO_MANY),
    "POST employer.placement_edit": (19, WRITES_TO_MANY),
    "POST employer.proposal_answer": (22, WRITES_TO_MANY),
}
"""The most statements of these pages, as `POST employer.opening_edit`, and why they send more than usual."""


def budget_of(page: str) -> int:
    """The most statements of a page."""
    return EXCEPTIONS.get(page, (USUAL, ""))[0]
