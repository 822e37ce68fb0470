"""Workplaces follow Enhetsregisteret."""

import dataclasses

from sqlalchemy.orm import Session

from ground.act import Act
from register.joining.registration import apply_register_answer, register_organisation
from register.organisations import queries
from register.organisations.business_register import NoAnswer
from register.organisations.types import Trouble
from tests.factories.register import leader_of, person, unit
from tests.support.client import PageClient
from tests.support.world import NOON, KnownUnits


def test_a_leader_fetches_workplaces_anew_and_a_closed_one_is_kept_as_closed(
    browser: PageClient, session: Session, business_register: KnownUnits
) -> None:
    before = unit(workplaces=2)
    organisation = register_organisation(
        Act(session, person(session).id, NOON), typed_number=before.orgnr, answer=before
    )
    new = dataclasses.replace(unit(workplaces=1).workplaces[0], name="Nytt sted")
    business_register.answers[before.orgnr] = dataclasses.replace(before, workplaces=(before.workplaces[0], new))
    browser.sign_in(leader_of(session, organisation)).get(f"/arbeidsgiver/{before.orgnr}/arbeidssteder")
    browser.submit(button="Hent på nytt")
    assert "Nytt sted" in browser.text
    assert "Nedlagt" in browser.text
    names = {workplace.name for workplace in queries.open_workplaces(session, organisation.id)}
    assert names == {before.workplaces[0].name, "Nytt sted"}


def test_when_the_register_is_silent_the_list_stays(
    browser: PageClient, session: Session, business_register: KnownUnits
) -> None:
    known = unit(workplaces=1)
    organisation = register_organisation(Act(session, person(session).id, NOON), typed_number=known.orgnr, answer=known)
    business_register.answers[known.orgnr] = NoAnswer(Trouble.SILENT)
    browser.sign_in(leader_of(session, organisation)).get(f"/arbeidsgiver/{known.orgnr}/arbeidssteder")
    browser.submit(button="Hent på nytt")
    assert "Listen er som før" in browser.text
    assert len(queries.open_workplaces(session, organisation.id)) == 1


def test_a_workplace_moves_with_its_number_when_the_business_changes_hands(session: Session) -> None:
    seller, buyer = unit(workplaces=1), unit(workplaces=0)
    sold = register_organisation(Act(session, person(session).id, NOON), typed_number=seller.orgnr, answer=seller)
    workplace = queries.open_workplaces(session, sold.id)[0]
    bought = register_organisation(
        Act(session, person(session).id, NOON),
        typed_number=buyer.orgnr,
        answer=dataclasses.replace(buyer, workplaces=seller.workplaces),
    )
    assert queries.open_workplaces(session, bought.id) == [workplace]
    assert queries.open_workplaces(session, sold.id) == []
    apply_register_answer(Act(session, None, NOON), sold.id, answer=dataclasses.replace(seller, workplaces=()))
    assert workplace.closed_at is None
