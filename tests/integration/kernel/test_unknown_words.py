"""A word that this version does not know, in a list or in what was frozen: shown as it stands, kept, and no leave.

A newer version wrote it beside this one, or a word has been taken out of use.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import JSON, Column, select, update
from sqlalchemy.orm import Session

from certification.cases.history import decisions_of
from ground import audit
from ground.act import Act
from ground.base import Base, Words
from matching.records.tables.proposal import Proposal
from register.people.models import User
from register.roles.types import Role
from tests.factories.candidates import proposed
from tests.factories.cases import recommended_case
from tests.factories.certificates import approve
from tests.factories.openings import published
from tests.factories.placements import SEVENTEEN, Trio, trio
from tests.factories.register import person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.raw_output import LATER_WORD
from tests.support.world import NOON

WORD = LATER_WORD
NO_LISTS = {
    "audit_event.details",
    "decision.verdict",
    "kept_draft.left_out",
    "kept_draft.typed",
    "outbox_message.params",
    "proposal.snapshot",
    "signed_text.content",
    "tree_reading.queue",
    "tree_reading.seen",
}
LISTS = {
    f"{table.name}.{column.name}": column
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, Words | JSON) and f"{table.name}.{column.name}" not in NO_LISTS
}
"""Every list of words in the database, by its name."""


@dataclass
class World:
    """Somebody with an agreement, and with another place proposed to them."""

    three: Trio
    waiting: Proposal

    @property
    def pages(self) -> dict[str, list[tuple[User, str]]]:
        """Where what stands in a table is read: whoever reads and the address. At the first, every word is seen."""
        three = self.three
        young, worker, leader = three.young, three.worker, three.leader
        employer = f"/arbeidsgiver/{three.employer.orgnr}"
        candidate, place = f"/veileder/kandidater/{three.person.id}", three.opening.id
        placement = f"plasseringer/{three.placement.id}"
        return {
            "candidate": [
                (young, "/min-side/om-meg"),
                (young, "/min-side/om-meg/endre"),
                (young, "/min-side/mine-data.json"),
                (young, f"/min-side/forslag/{self.waiting.id}"),
                (worker, candidate),
                (worker, f"{candidate}/rediger"),
                (worker, f"{candidate}/plasser"),
                (worker, f"{candidate}/plasser/{place}"),
                (worker, f"/veileder/plasser/{self.waiting.opening_id}"),
                (leader, f"{employer}/kandidater"),
            ],
            "opening": [
                (leader, f"{employer}/plasser/{place}/rediger"),
                (leader, f"{employer}/plasser"),
                (leader, f"{employer}/plasser/{place}"),
                (leader, f"{employer}/{placement}"),
                (worker, f"{candidate}/plasser"),
                (worker, f"{candidate}/plasser/{place}"),
                (worker, f"/veileder/plasser/{place}"),
                (young, f"/min-side/{placement}"),
                (young, "/stillinger"),
                (young, f"/stillinger/{place}"),
            ],
            "agreement": [
                (young, f"/min-side/{placement}"),
                (worker, f"/veileder/{placement}"),
                (worker, f"/veileder/{placement}/avtale"),
                (leader, f"{employer}/{placement}"),
                (young, "/min-side/mine-data.json"),
            ],
            "disclosure": [
                (young, f"/min-side/forslag/{three.proposal.id}"),
                (leader, f"{employer}/kandidater"),
                (young, "/min-side/mine-data.json"),
            ],
        }


@pytest.fixture
def world(session: Session) -> World:
    """The person is 17, so that the law about the young is asked too; at the place an adult is beside them."""
    three = trio(session, opening=published(session, supervised=True), birth_date=SEVENTEEN).begin()
    return World(three, proposed(session, three.person, published(session, three.employer, three.leader)))


def add_the_word(session: Session, column: Column[Any]) -> None:
    """Put the word into this list of every row, after what stands there."""
    table = column.table
    for row in session.execute(select(table.c.id, column)).all():
        session.execute(update(table).where(table.c.id == row.id).values({column: [*(row[1] or []), WORD]}))
    session.commit()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_with_a_word_that_is_not_known_is_read_everywhere_and_shown(
    browser: PageClient, session: Session, world: World, name: str
) -> None:
    pages = world.pages[LISTS[name].table.name]
    add_the_word(session, LISTS[name])
    for number, (reader, address) in enumerate(pages):
        browser.sign_in(reader).get(address)
        assert number or WORD in browser.text.lower()


@pytest.mark.parametrize("name", ["candidate.interests", "candidate.skills", "candidate.adaptations"])
def test_a_counsellor_who_saves_a_profile_keeps_its_word(
    browser: PageClient, session: Session, world: World, name: str
) -> None:
    add_the_word(session, LISTS[name])
    browser.sign_in(world.three.worker).get(f"/veileder/kandidater/{world.three.person.id}/rediger/tid-og-reise")
    browser.submit({"hours_per_week_max": "20"}, button="Lagre")
    assert world.three.person.hours_per_week_max == 20
    assert WORD in getattr(world.three.person, LISTS[name].name)


@pytest.mark.parametrize("name", ["opening.hazards", "opening.age_gates"])
def test_an_employer_who_saves_a_place_keeps_its_word_and_the_young_stay_out(
    browser: PageClient, session: Session, world: World, name: str
) -> None:
    opening = world.three.opening
    add_the_word(session, LISTS[name])
    browser.sign_in(world.three.leader).get(f"/arbeidsgiver/{world.three.employer.orgnr}/plasser/{opening.id}/rediger")
    browser.submit({"title": "Kokk"}, button="Lagre")
    assert (opening.title, opening.min_age) == ("Kokk", 18)
    assert WORD in getattr(opening, LISTS[name].name)
    browser.sign_in(world.three.worker).get(f"/veileder/kandidater/{world.three.person.id}/plasser/{opening.id}")
    assert WORD in browser.text
    assert "18 år" in browser.text


@pytest.mark.parametrize(
    "reason",
    [
        {"code": WORD, "tone": "speaks_for"},
        {"code": "likes_area", "tone": "speaks_for", "params": {"area": WORD}},
        {"code": "kind_not_wanted", "tone": "stands_in_the_way", "params": {"kind": WORD}},
        {"code": "days_not_free", "tone": "stands_in_the_way", "params": {"days": f"monday,{WORD}"}},
        {"code": "skill_missing", "tone": "stands_in_the_way", "params": {"skill": WORD}},
        {"code": "adaptation_missing", "tone": "stands_in_the_way", "params": {"adaptation": WORD}},
        {"code": "hazard_under_18", "tone": "stands_in_the_way", "params": {"hazards": WORD}},
        {"code": "too_young_for_task", "tone": "stands_in_the_way", "params": {"gate": WORD, "min_age": 18}},
    ],
    ids=lambda reason: reason["code"],
)
def test_a_frozen_reason_that_is_not_known_is_shown(
    browser: PageClient, session: Session, world: World, reason: dict[str, Any]
) -> None:
    waiting = world.waiting
    waiting.snapshot = {**waiting.snapshot, "reasons": [reason, {"code": "hours_fit", "tone": WORD}]}
    browser.sign_in(world.three.young).get(f"/min-side/forslag/{waiting.id}")
    browser.sign_in(world.three.worker).get(f"/veileder/kandidater/{world.three.person.id}/forslag/{waiting.id}")
    assert WORD in browser.text.lower()


def test_a_frozen_condition_of_a_decision_that_is_not_known_is_shown(browser: PageClient, session: Session) -> None:
    case = recommended_case(session, person_with_role(session, Role.CERTIFIER))
    approve(session, case)
    [decision] = decisions_of(session, case.id)
    kept = {"code": WORD, "criterion": "GRU-1", "due": None}
    decision.verdict = {**decision.verdict, "conditions": [kept]}
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(f"/fylket/saker/{case.id}")
    assert f"Registrert og i drift {WORD}" in browser.text


def test_a_role_in_the_log_that_is_not_known_is_shown(browser: PageClient, session: Session) -> None:
    organisation, reader = verified_organisation(session), person_with_role(session, Role.PROGRAMME_LEAD)
    audit.record(
        Act(session, None, NOON), action="role.given", subject=reader, organisation_id=organisation.id, role=WORD
    )
    browser.sign_in(reader).get(f"/fylket/virksomheter/{organisation.orgnr}")
    assert WORD in browser.text
