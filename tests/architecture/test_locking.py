"""Rows are held in one way and in one order, and the page about it says the same."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import ROOT
from ground.locks import held_all
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from tests.support.holds import ORDER, Holds

ALONE = {"ground/locks.py", "ground/outbox.py"}


def test_rows_are_held_by_the_one_idiom() -> None:
    floors = ("ground", "register", "certification", "matching", "app")
    files = [file for floor in floors for file in Path(ROOT / floor).rglob("*.py")]
    holding = {str(file.relative_to(ROOT)) for file in files if "for_update" in file.read_text(encoding="utf-8")}
    assert holding == ALONE


def test_another_order_is_seen(app: Flask, session: Session) -> None:
    listener: Holds = app.extensions["holds"]

    def in_a_request(*kinds: type[Candidate] | type[Opening]) -> list[str]:
        with app.test_request_context():
            for kind in kinds:
                held_all(session, kind, select(kind))
        session.rollback()
        return listener.told()

    assert in_a_request(Candidate, Opening) == []
    assert in_a_request(Opening, Candidate) == ["Candidate is held after Opening"]


def test_the_page_tells_the_order_that_is_tested() -> None:
    page = (ROOT / "docs/locking.md").read_text(encoding="utf-8").split("## The order")[1]
    told = {
        "RoleProposal": "(`RoleProposal`)",
        "User": "(`User`)",
        "RoleGrant": "grants of a role",
        "AuthorityRequest": "request for authority",
        "Invitation": "an invitation",
        "AccessRequest": "request for access",
        "Assessment": "a case",
        "Decision": "its decision",
        "Organisation": "an employer (",
        "Gathering": "a gathering",
        "Candidate": "a candidate",
        "Placement": "a placement",
        "Agreement": "its agreement",
        "FollowUp": "a talk",
        "Opening": "a place (",
        "Proposal": "| a proposal",
    }
    assert tuple(told) == ORDER
    places = [page.index(text) for text in told.values()]
    assert places == sorted(places)
