"""A mail that a service put in the outbox with a value too few, too many or under another name would be seen."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from certification.network.mails import NetworkMail
from ground import outbox
from ground.act import Act
from ground.texts import Locale
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from register.joining.mails import JoiningMail
from register.roles.mails import RoleMail
from tests.support.mails_put import MailPut, what_is_wrong
from tests.support.world import NOON

ID = "00000000-0000-0000-0000-000000000001"
GATHERING = {"title": "Frokost", "orgnr": "310000000", "gathering_id": ID}
ANSWERED = {"party": "counsellor", "placement_id": ID, "candidate_id": ID, "proposal_id": ID}


def judged(app: Flask, kind: str, params: dict[str, Any]) -> list[str]:
    with app.app_context():
        return what_is_wrong(MailPut(kind, Locale.BOKMAAL, params))


def test_nothing_is_wrong_with_a_mail_that_carries_what_its_text_and_page_need(app: Flask) -> None:
    assert judged(app, NetworkMail.GATHERING_CHANGED, GATHERING) == []


@pytest.mark.parametrize(
    ("kind", "params", "wrong"),
    [
        ("a_later_mail", {}, ["no subject knows this kind"]),
        (NetworkMail.GATHERING_CHANGED, {"title": "Frokost", "orgnr": "310000000"}, ["0 pages fit"]),
        (NetworkMail.GATHERING_CHANGED, GATHERING | {"title": ""}, ["title is empty"]),
        (JoiningMail.COLLEAGUE_INVITED, {}, ["organisation is empty"]),
        (RoleMail.ROLE_OFFERED, {"orgnr": "310000000"}, ["orgnr is not used"]),
        (PlacementMail.FOLLOW_UP_DUE, {"party": "candidate", "placement_id": ID}, ["0 pages fit"]),
        (PlacementMail.FOLLOW_UP_DUE, {"party": "counsellor", "id": ID}, ["id is not used", "0 pages fit"]),
        (ProposalMail.EMPLOYER_ANSWERED, ANSWERED, ["2 pages fit"]),
    ],
)
def test_what_is_wrong_with_a_mail_would_be_seen(
    app: Flask, kind: str, params: dict[str, Any], wrong: list[str]
) -> None:
    assert judged(app, kind, params) == wrong


def test_a_value_of_another_thing_would_be_seen(app: Flask) -> None:
    [wrong] = judged(app, NetworkMail.GATHERING_CHANGED, GATHERING | {"gathering_id": "Frokost"})
    assert wrong.endswith("/Frokost is not employer.network_gathering")


def test_a_mail_is_noted_as_it_was_put_though_it_is_taken_back(session: Session, put_in_outbox: list[MailPut]) -> None:
    outbox.enqueue(
        Act(session, None, NOON), recipient="a@plass.test", kind=JoiningMail.COLLEAGUE_INVITED, organisation="Lia"
    )
    session.rollback()
    assert put_in_outbox == [MailPut(JoiningMail.COLLEAGUE_INVITED, Locale.BOKMAAL, {"organisation": "Lia"})]
