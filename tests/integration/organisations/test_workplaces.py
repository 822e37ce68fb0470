"""Workplaces follow Enhetsregisteret."""

from flask import Flask
from sqlalchemy.orm import Session

from app.organisations.jobs import read_trees
from register.organisations import queries
from register.organisations.business_register import NoAnswer, PageBelow
from register.organisations.models import Organisation
from register.organisations.types import Listed, Trouble
from tests.factories.register import leader_of, unit, verified_organisation, workplaces_of
from tests.support.client import PageClient
from tests.support.world import KnownUnits, StoppedClock


def read(app: Flask, session: Session) -> None:
    session.commit()
    with app.app_context():
        while read_trees():
            pass
    session.expire_all()


def fetch(browser: PageClient, session: Session, organisation: Organisation) -> None:
    browser.sign_in(leader_of(session, organisation)).get(f"/arbeidsgiver/{organisation.orgnr}/arbeidssteder")
    browser.submit(button="Hent på nytt")


def test_a_leader_fetches_workplaces_anew_and_a_closed_one_is_kept_as_closed(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    organisation = verified_organisation(session, workplaces=1)
    gone = organisation.workplaces[0].name
    new = workplaces_of("Nytt sted", 1)
    business_register.put(unit(organisation.orgnr), workplaces=new)
    clock.forward(minutes=1)
    fetch(browser, session, organisation)
    read(app, session)
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/arbeidssteder")
    assert "Nytt sted avd 1" in browser.text
    assert gone in browser.text
    assert "Nedlagt" in browser.text
    assert [place.name for place in queries.open_workplaces(session, organisation.id)] == ["Nytt sted avd 1"]


def test_when_the_register_is_silent_the_list_stays(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    organisation = verified_organisation(session)
    business_register.answers[organisation.orgnr] = NoAnswer(Trouble.SILENT)
    clock.forward(minutes=1)
    fetch(browser, session, organisation)
    assert "Listen er som før" in browser.text
    read(app, session)
    assert len(queries.open_workplaces(session, organisation.id)) == 1


def test_a_list_of_which_something_could_not_be_read_closes_nothing(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    organisation = verified_organisation(session)
    business_register.put(unit(organisation.orgnr))
    business_register.pages[organisation.orgnr, Listed.WORKPLACES] = [PageBelow(whole=False)]
    clock.forward(minutes=1)
    fetch(browser, session, organisation)
    read(app, session)
    assert len(queries.open_workplaces(session, organisation.id)) == 1
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/arbeidssteder")
    assert "Ikke alt i Enhetsregisteret kunne leses" in browser.text
