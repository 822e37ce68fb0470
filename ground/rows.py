"""Rows that are changed by one statement, so that of two who try at the same moment each is counted."""

from sqlalchemy import CursorResult, Delete, Update
from sqlalchemy.orm import Session


def rows_met(session: Session, statement: Update | Delete) -> int:
    """Carry out an UPDATE or a DELETE; returns how many rows it met."""
    done = session.execute(statement)
    assert isinstance(done, CursorResult)  # what the two give; typed for any statement
    return done.rowcount
