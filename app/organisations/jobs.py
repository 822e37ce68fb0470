"""Asking Enhetsregisteret: again about registrations that wait, and page by page about what lies below an employer."""

import uuid
from dataclasses import asdict
from functools import partial

import structlog

from app.kernel.context import now, services
from app.kernel.database import own_transaction
from app.kernel.jobs import alone, turns
from ground.act import Act
from matching.openings.passing import pass_openings
from register.joining import registration, tree, waiting
from register.organisations.business_register import NoAnswer, PageBelow, RegisterAnswer
from register.organisations.types import Trouble

log = structlog.get_logger()
MOST_A_RUN = 20
# Three silent answers in a row mean that the register is down; those not asked yet are first in line next time.
SILENT_ANSWERS_BEFORE_GIVING_UP = 3
QUESTIONS_A_RUN = 10


def recheck_unverified() -> int:
    """Look up each waiting registration whose turn it is, outside any transaction, and apply what the register says.

    Returns how many were answered. Run twice at once it does no harm: each takes what no other has taken.
    """
    answered, silent = 0, 0
    for _turn in turns(MOST_A_RUN):
        if silent == SILENT_ANSWERS_BEFORE_GIVING_UP:
            break
        with own_transaction() as short:
            claimed = waiting.claim_next(Act(short, None, now()))
        if claimed is None:
            break
        answer = alone("recheck_unverified", partial(_ask_and_apply, *claimed))
        trouble = Trouble.UNREADABLE if answer is None else answer.trouble if isinstance(answer, NoAnswer) else None
        if trouble is None:
            answered += 1
        else:
            with own_transaction() as short:
                waiting.note_trouble(Act(short, None, now()), claimed[0], trouble=trouble)
        silent = silent + 1 if trouble is Trouble.SILENT else 0
    if answered or silent:
        log.info("registrations_rechecked", answered=answered, silent=silent)
    return answered


def _ask_and_apply(organisation_id: uuid.UUID, orgnr: str) -> RegisterAnswer:
    answer = services().business_register.look_up(orgnr)
    if not isinstance(answer, NoAnswer):
        with own_transaction() as short:
            registration.apply_register_answer(Act(short, None, now()), organisation_id, answer=answer)
    return answer


def read_trees() -> int:
    """Ask the next questions of the readings whose turn it is, each outside any transaction, and take the answers.

    Returns how many were answered. It comes every few seconds and asks few questions, so that nothing waits for it.
    """
    answered = 0
    for _turn in turns(QUESTIONS_A_RUN):
        with own_transaction() as short:
            question = tree.claim_question(Act(short, None, now()))
        if question is None:
            break
        answer = alone("read_trees", partial(_ask_below, question))
        trouble = Trouble.UNREADABLE if answer is None else answer.trouble if isinstance(answer, NoAnswer) else None
        if trouble is None:
            answered += 1
            continue
        with own_transaction() as short:
            tree.note_trouble(Act(short, None, now()), question, trouble=trouble)
        if trouble is Trouble.SILENT:
            break
    return answered


def _ask_below(question: tree.Question) -> RegisterAnswer | PageBelow:
    """Ask, and take the answer with all that follows from it in one transaction."""
    register = services().business_register
    if question.listed is None:
        answer = register.look_up(question.orgnr)
        with own_transaction() as short:
            tree.apply_above(Act(short, None, now()), question, answer=answer)
        return answer
    page = register.page_below(question.orgnr, question.listed, question.page)
    if isinstance(page, PageBelow):
        with own_transaction() as short:
            act = Act(short, None, now())
            for passed in tree.apply_page(act, question, page=page):
                pass_openings(act, **asdict(passed))
    return page
