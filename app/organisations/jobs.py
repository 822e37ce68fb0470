"""Asking Enhetsregisteret again about registrations that it has not answered yet."""

import uuid
from functools import partial

import structlog

from app.kernel.context import now, services
from app.kernel.database import own_transaction
from app.kernel.jobs import alone
from ground.act import Act
from register.joining import registration, waiting
from register.organisations.business_register import NoAnswer, RegisterAnswer
from register.organisations.types import Trouble

log = structlog.get_logger()
MOST_A_RUN = 20
# Three silent answers in a row mean that the register is down; those not asked yet are first in line next time.
SILENT_ANSWERS_BEFORE_GIVING_UP = 3


def recheck_unverified() -> int:
    """Look up each waiting registration whose turn it is, outside any transaction, and apply what the register says.

    Returns how many were answered. Run twice at once it does no harm: each takes what no other has taken.
    """
    answered, silent = 0, 0
    for _turn in range(MOST_A_RUN):
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
