"""Asking Enhetsregisteret again about registrations that it has not answered yet."""

import structlog

from app.kernel.context import now, services
from app.kernel.database import own_transaction
from ground.act import Act
from register.joining import registration
from register.organisations.business_register import Unreachable

log = structlog.get_logger()
MOST_A_RUN = 20
# One number that the register cannot answer must not stop those behind it; three in a row mean that it is down.
SILENT_ANSWERS_BEFORE_GIVING_UP = 3


def recheck_unverified() -> int:
    """Look each waiting registration up outside any transaction, and apply what the register says.

    Returns how many were answered. Run twice at once it does no harm: an answer that changes nothing tells nobody.
    """
    with own_transaction() as short:
        waiting = registration.unverified_organisation_numbers(short, most=MOST_A_RUN)
    answered, silent = 0, 0
    for organisation_id, orgnr in waiting:
        answer = services().business_register.look_up(orgnr)
        if isinstance(answer, Unreachable):
            silent += 1
            if silent == SILENT_ANSWERS_BEFORE_GIVING_UP:
                break
            continue
        silent = 0
        with own_transaction() as short:
            registration.apply_register_answer(Act(short, None, now()), organisation_id, answer=answer)
        answered += 1
    if waiting:
        log.info("registrations_rechecked", waiting=len(waiting), answered=answered)
    return answered
