"""While an employer works on a case that came back, county and certifier read what was signed, not the draft."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import product

import pytest
from flask import Flask, url_for
from sqlalchemy.orm import Session

from certification.cases import action_plan, assessments, evidence, review
from certification.cases.action_plan import Action
from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.cases.evidence import Attached
from certification.cases.queries import assessments_page
from certification.cases.signed import as_signed
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from certification.cases.types import AssessmentState
from certification.criteria.types import AnswerValue, LevelId
from ground.act import Act
from register.people.models import User
from register.roles.types import COUNTY_ROLES, Role
from tests.factories import cases as make
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON

DRAFT = "UTKASTET"
CRITERION, AREA = "GRU-1", "GRU"
PDF = b"%PDF-1.7 signert"


@dataclass
class Returned:
    """A case that came back and has been changed since, with the evidence that was signed and that is a draft's."""

    case: Assessment
    leader: User
    certifier: User
    signed: Evidence
    draft: Evidence


@pytest.fixture
def returned(session: Session) -> Returned:
    organisation = verified_organisation(session)
    leader, certifier = leader_of(session, organisation), person_with_role(session, Role.CERTIFIER)
    case = make.answering_case(session, organisation, leader)
    make.answer_everything(session, case, leader)
    act = Act(session, leader.id, NOON)
    attached = Attached(CRITERION, "Signert fil", date(2026, 5, 1))
    kept = evidence.add_file(act, read_case(session, case), attached=attached, content=PDF, original_name="signert.pdf")
    sign(session, case, leader)
    make.case_in_review(session, certifier, case)
    review.send_back(
        Act(session, certifier.id, NOON), read_case(session, case), message="Se på den.", due_on=date(2027, 1, 1)
    )
    later = Act(session, leader.id, make.LATER)
    draft = change_everything(later, case, kept)
    session.commit()
    return Returned(case, leader, certifier, kept, draft)


def sign(session: Session, case: Assessment, leader: User) -> None:
    seen = read_case(session, case)
    assessments.sign_and_submit(Act(session, leader.id, make.LATER), seen, seen_hash=seen.hash)


def change_everything(act: Act, case: Assessment, kept: Evidence) -> Evidence:
    """Every sort of thing that an employer may change in a case."""
    view = read_case(act.session, case)
    make.save_answer(
        act,
        case,
        criterion_id=CRITERION,
        claim=Claim(AnswerValue.PARTLY, DRAFT, 7, 9),
        expected_version=view.answers[CRITERION].version,
    )
    first, second, *_others = view.actions
    action_plan.change_action(
        act, view, action_id=first.id, action=Action(DRAFT, DRAFT), is_done=True, expected_version=first.version
    )
    action_plan.remove_action(act, view, action_id=second.id)
    action_plan.add_action(act, read_case(act.session, case), action=Action(DRAFT))
    evidence.remove(act, evidence_id=kept.id)
    attached = Attached(CRITERION, DRAFT, date(2026, 6, 1))
    content = b"%PDF-1.7 " + DRAFT.encode()
    draft = evidence.add_file(
        act, read_case(act.session, case), attached=attached, content=content, original_name=f"{DRAFT}.pdf"
    )
    assessments.save_profile(
        act,
        read_case(act.session, case),
        level=LevelId.UNDERVEIS,
        profile=replace(make.SMALL_PRIVATE, employees=4321),
        reason=DRAFT,
        expected_version=case.version,
    )
    return draft


def addresses_of(app: Flask, found: Returned, audience: str) -> list[str]:
    """Every address of an audience's pages that may be about this case."""
    known = {
        "assessment_id": [found.case.id],
        "area_id": [AREA],
        "criterion_id": [CRITERION],
        "evidence_id": [found.signed.id, found.draft.id],
        "orgnr": [found.case.organisation.orgnr],
    }
    addresses = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if not rule.endpoint.startswith(f"{audience}.") or "GET" not in (rule.methods or ()):
                continue
            names = sorted(rule.arguments)
            if set(names) <= known.keys():
                addresses += [
                    url_for(rule.endpoint, **dict(zip(names, values, strict=True)))
                    for values in product(*(known[name] for name in names))
                ]
    return addresses


def test_no_page_file_or_list_of_county_and_certifier_holds_a_word_of_the_draft(
    app: Flask, browser: PageClient, session: Session, returned: Returned
) -> None:
    county = {role: person_with_role(session, role) for role in sorted(COUNTY_ROLES)}
    readers = [(user, "county") for user in county.values()] + [(returned.certifier, "certifier")]
    addresses = {audience: addresses_of(app, returned, audience) for audience in ("county", "certifier", "public")}
    read = 0
    for user, audience in readers:
        browser.sign_in(user)
        for address in [*addresses[audience], *addresses["public"]]:
            answer = browser.client.get(address, follow_redirects=True)
            read += answer.status_code == 200
            assert DRAFT.encode() not in answer.data, f"{address} for {user.display_name}"
            assert "4321" not in answer.text.replace("\N{NO-BREAK SPACE}", ""), address
            assert "4 321" not in answer.text.replace("\N{NO-BREAK SPACE}", " "), address
    assert read > 50


def test_they_read_what_was_signed(browser: PageClient, session: Session, returned: Returned) -> None:
    base = f"/fylket/saker/{returned.case.id}"
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(f"{base}/omrade/{AREA}")
    assert "Slik gjør vi det." in browser.text
    assert "Signert fil" in browser.text, "also when the employer has taken it away since"
    assert browser.client.get(f"{base}/dokumentasjon/{returned.signed.id}").data == PDF
    assert browser.client.get(f"{base}/dokumentasjon/{returned.draft.id}").status_code == 404
    browser.get("/fylket/saker?niva=inkluderende")
    assert returned.case.organisation.name in browser.text
    browser.sign_in(returned.certifier).get("/sertifisor/")
    assert "Inkluderende" in browser.text


def test_what_is_set_aside_is_the_very_text_that_was_signed(session: Session, returned: Returned) -> None:
    live = read_case(session, returned.case)
    assert not live.is_signed
    assert as_signed(session, live).is_signed


def test_what_was_signed_is_read_also_when_the_case_is_withdrawn_in_the_midst_of_a_draft(
    session: Session, returned: Returned
) -> None:
    act = Act(session, returned.leader.id, make.LATER)
    assessments.withdraw(act, assessment_id=returned.case.id, reason="Vi tar en pause.")
    assert as_signed(session, read_case(session, returned.case)).answers[CRITERION].note == "Slik gjør vi det."


def test_once_it_is_signed_again_the_new_text_is_read(
    browser: PageClient, session: Session, returned: Returned
) -> None:
    sign(session, returned.case, returned.leader)
    assert returned.case.state is AssessmentState.IN_REVIEW
    base = f"/fylket/saker/{returned.case.id}"
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(base)
    assert DRAFT in browser.text
    assert browser.client.get(f"{base}/dokumentasjon/{returned.signed.id}").status_code == 404
    found = assessments_page(session, level=LevelId.UNDERVEIS)
    assert [one.signed_level for one in found.rows] == [LevelId.UNDERVEIS]


def test_of_a_case_that_went_back_before_texts_were_set_aside_a_changed_one_shows_nothing(
    session: Session, returned: Returned
) -> None:
    session.delete(session.get_one(type(returned.case.signed_text), returned.case.id))  # type: ignore[arg-type]  # it is there
    session.flush()
    session.expire(returned.case)
    shown = as_signed(session, read_case(session, returned.case))
    assert (shown.answers, shown.evidence, shown.actions) == ({}, {}, [])
