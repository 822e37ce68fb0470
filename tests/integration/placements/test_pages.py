"""The pages of a placement for its three people, from the employer's yes to new suggestions after an ending."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from matching.catalogue.kinds import OpeningKind
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.placements.content import NAMES, content_of
from matching.proposals import life as proposals
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty, EndReason, FollowUpState, OnBehalfReason, PlacementState, SkipReason
from tests.factories import candidates as people
from tests.factories.openings import saturdays
from tests.factories.placements import CHILD, SEVENTEEN, Trio, trio
from tests.factories.register import counsellor, leader_of, office, verified_organisation
from tests.support.client import PageClient
from tests.support.world import StoppedClock

Browsers = Callable[[], PageClient]


def pages(story: Trio) -> tuple[str, str, str]:
    """The placement's address for employer, candidate and counsellor."""
    return (
        f"/arbeidsgiver/{story.employer.orgnr}/plasseringer/{story.placement.id}",
        f"/min-side/plasseringer/{story.placement.id}",
        f"/veileder/plasseringer/{story.placement.id}",
    )


def set_clock(clock: StoppedClock, story: Trio) -> None:
    clock.at = story.now


def test_the_whole_way_with_all_three_from_the_yes_to_new_suggestions(
    open_browser: Browsers, clock: StoppedClock, session: Session
) -> None:
    story = trio(session)
    boss, young, keeper = (open_browser().sign_in(one) for one in (story.leader, story.young, story.worker))
    boss.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater")
    boss.submit(button="Ja, vi lager en avtale")
    placement = session.scalars(select(Placement)).one()
    story.placement = placement
    at_employer, at_candidate, at_counsellor = pages(story)

    young.get(at_candidate)
    assert "Avtalen er ikke ferdig" in young.text
    assert "Ja, jeg er enig" not in young.text

    boss.get(f"{at_employer}/avtale")
    boss.submit(
        {
            "contract_reference": "2026/17",
            "contract_date": "2026-11-23",
            "starts_on": "2026-11-30",
            "hours_per_week": "20,5",
            "plan": "Rydde og lage kaffe. Prat hver fredag.",
        },
        button="Lagre avtalen",
    )
    assert "Les avtalen og godkjenn den" in boss.text
    keeper.get(at_counsellor)
    assert "arbeidsgiveren og kandidaten" in keeper.text
    boss.submit(button="Godkjenn")
    assert "Venter på godkjenning" in boss.text

    young.get("/min-side/")
    assert "Les avtalen og svar" in young.text
    young.get(at_candidate)
    for words in (
        "Du begynner 30. november 2026.",
        "Du er der 20,5 timer i uken.",
        "Mari Mentor hjelper deg på jobben.",
        "Rydde og lage kaffe.",
        "Etter én uke",
        "7. desember 2026",
        "Si fra til Vera Lund",
    ):
        assert words in young.text
    young.submit(button="Ja, jeg er enig")

    keeper.get("/veileder/")
    assert "Godkjenn avtalen" in keeper.text
    keeper.get(at_counsellor)
    keeper.submit(button="Godkjenn")
    assert session.get_one(Placement, placement.id).state is PlacementState.AGREED

    clock.forward(days=7)
    boss.sign_in(story.leader).get(f"/arbeidsgiver/{story.employer.orgnr}/")
    assert "Bekreft oppstarten" in boss.text
    boss.get(f"{at_employer}/oppstart")
    boss.submit(button="Bekreft oppstart")
    assert "Oppstarten er bekreftet" in boss.text

    clock.forward(days=7)
    keeper.sign_in(story.worker).get("/veileder/")
    assert "Ta samtalen etter én uke" in keeper.text
    keeper.get(f"{at_counsellor}/samtale/1")
    keeper.submit({"still_there": "yes", "agreed_next": "Øker til fire dager."}, button="Lagre samtalen")
    young.sign_in(story.young).get(at_candidate)
    assert "Øker til fire dager." in young.text
    boss.sign_in(story.leader).get(at_employer)
    assert "Øker til fire dager." not in boss.text

    keeper.get(f"{at_counsellor}/slutt")
    keeper.submit({"reason": "employer_stopped"}, button="Registrer avslutning")
    assert "Finn nye plasser" in keeper.text
    assert "arbeidsgiveren ønsket å avslutte" in keeper.text
    young.get(at_candidate)
    assert "Du har lært noe her" in young.text
    assert "ønsket å avslutte" not in young.text, "no blame on the candidate's own page"
    boss.get(at_employer, status=404)
    boss.get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer")
    assert "Amina" not in boss.text
    assert "Tidligere" in boss.text


def test_the_second_of_two_editors_is_told_and_keeps_what_they_typed(open_browser: Browsers, session: Session) -> None:
    story = trio(session).begin()
    at_employer, _, at_counsellor = pages(story)
    boss, keeper = open_browser().sign_in(story.leader), open_browser().sign_in(story.worker)
    boss.get(f"{at_employer}/avtale")
    keeper.get(f"{at_counsellor}/avtale")
    keeper.submit({"plan": "Fast prat hver fredag."}, button="Lagre avtalen")
    boss.submit({"plan": "Vi begynner med korte dager.", "contract_reference": "2026/9"}, button="Lagre avtalen")
    assert f"{story.worker.display_name} har lagret mens du skrev" in boss.text
    assert "Fast prat hver fredag." in boss.text
    assert "Vi begynner med korte dager." in boss.text, "what was typed stays in the form"
    boss.submit({"plan": "Korte dager først. Fast prat hver fredag."}, button="Lagre avtalen")
    session.refresh(story.placement.agreement)
    assert story.placement.agreement.plan == "Korte dager først. Fast prat hver fredag."
    assert story.placement.agreement.contract_reference == "2026/9"


def test_what_is_wrong_is_said_at_its_field_and_not_saved(browser: PageClient, session: Session) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).begin()
    browser.sign_in(story.worker)
    browser.get(f"{pages(story)[2]}/avtale")
    browser.submit(
        {"starts_on": "2026-12-01", "ends_on": "2029-12-01", "schemes": ["MIDLERTIDIG_LONNSTILSKUDD"]},
        button="Lagre avtalen",
    )
    message = browser.page.select_one("#ends_on-error")
    assert message is not None
    assert "Midlertidig lønnstilskudd kan vare til og med 30. november 2028." in " ".join(message.text.split())
    session.refresh(story.placement.agreement)
    assert story.placement.agreement.schemes == []


def test_what_is_no_date_and_no_number_is_said_in_our_words_and_kept(browser: PageClient, session: Session) -> None:
    story = trio(session).begin()
    browser.sign_in(story.leader).get(f"{pages(story)[0]}/avtale")
    browser.submit({"starts_on": "snart", "hours_per_week": "mange"}, button="Lagre avtalen")
    assert "Skriv datoen slik: 24.12.2026." in browser.text
    assert "Skriv timene som et tall" in browser.text
    assert browser.page.select_one("input[name=hours_per_week][value=mange]") is not None


def test_only_what_concerns_people_under_18_asks_for_risk_assessment(browser: PageClient, session: Session) -> None:
    adult, young = trio(session).begin(), trio(session, birth_date=SEVENTEEN, first_name="Bo").begin()
    browser.sign_in(adult.worker).get(f"{pages(adult)[2]}/avtale")
    assert browser.page.select_one("#risk_assessed_on") is None
    browser.sign_in(young.worker).get(f"{pages(young)[2]}/avtale")
    assert browser.page.select_one("#risk_assessed_on") is not None
    assert browser.page.select_one("#guardian_consent_on") is None


def test_a_form_that_is_sent_as_it_came_changes_nothing(browser: PageClient, session: Session) -> None:
    story = trio(session, birth_date=CHILD, finished_year_10=None, opening=saturdays(session)).begin()
    story.write(
        hours_per_week=5.5, mentor_name="Mari Mentor", risk_assessed_on=story.today, guardian_consent_on=story.today
    )
    written, version = content_of(story.placement.agreement), story.placement.agreement.version
    browser.sign_in(story.leader).get(f"{pages(story)[0]}/avtale")
    browser.submit(button="Lagre avtalen")
    assert "Avtalen er lagret." in browser.text
    session.refresh(story.placement.agreement)
    assert (content_of(story.placement.agreement), story.placement.agreement.version) == (written, version)


def test_an_approval_of_an_older_text_is_refused_with_a_word_of_why(open_browser: Browsers, session: Session) -> None:
    story = trio(session).begin().write()
    boss = open_browser().sign_in(story.leader)
    boss.get(pages(story)[0])
    story.write(hours_per_week=25.0)
    session.commit()
    boss.submit(button="Godkjenn")
    assert "Avtalen er endret siden du åpnet siden." in boss.text
    assert story.placement.agreement.standing_approvals == {}


def test_an_approval_in_the_candidates_place_is_shown_to_all_three(open_browser: Browsers, session: Session) -> None:
    story = trio(session).begin().write()
    keeper = open_browser().sign_in(story.worker)
    keeper.get(pages(story)[2])
    keeper.get(f"{pages(story)[2]}/godkjenn-for-kandidaten")
    assert "Rydde og lage kaffe." in keeper.text
    keeper.submit(button="Godkjenn for Amina")
    assert "Velg en grunn." in keeper.text
    keeper.submit({"reason": OnBehalfReason.NO_EID.value}, button="Godkjenn for Amina")
    for user, page in zip((story.leader, story.young, story.worker), pages(story), strict=True):
        shown = open_browser().sign_in(user)
        shown.get(page)
        assert "Godkjent av Vera Lund for Amina" in shown.text
        assert "har ikke BankID" in shown.text


def test_start_and_ending_say_at_the_field_what_the_rules_refuse(
    browser: PageClient, clock: StoppedClock, session: Session
) -> None:
    story = trio(session).agree()
    browser.sign_in(story.leader)
    browser.get(f"{pages(story)[0]}/oppstart")
    browser.submit({"started_on": "2026-11-30"}, button="Bekreft oppstart")
    assert "Oppstarten bekreftes den dagen den skjer, ikke før." in browser.text
    story.start()
    set_clock(clock, story)
    session.commit()
    browser.sign_in(story.leader).get(f"{pages(story)[0]}/slutt")
    browser.submit({"ended_on": "2026-11-01", "reason": "other"}, button="Registrer avslutning")
    assert "Siste dag må være mellom oppstarten og i dag." in browser.text


def test_a_talk_that_is_not_held_is_recorded_with_its_reason(
    browser: PageClient, clock: StoppedClock, session: Session
) -> None:
    story = trio(session).agree().start()
    story.at(story.talk_of(1).due_on + timedelta(days=3))
    set_clock(clock, story)
    browser.sign_in(story.worker).get("/veileder/")
    assert "Ta samtalen etter én uke" in browser.text
    assert "3 dager forsinket" in browser.text
    browser.get(f"{pages(story)[2]}/samtale/1")
    assert "Var personen på plassen 7. desember 2026?" in browser.text
    browser.get(f"{pages(story)[2]}/samtale/1/ikke-holdt")
    browser.submit({"reason": SkipReason.NOT_REACHED.value}, button="Lagre")
    assert "Fikk ikke tak i personen" in browser.text
    assert story.talk_of(1).state is FollowUpState.SKIPPED
    browser.get(f"{pages(story)[2]}/samtale/2", status=404)


def test_when_the_agreed_last_day_has_passed_both_are_asked_how_it_went(
    open_browser: Browsers, clock: StoppedClock, session: Session
) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).begin()
    story.write(ends_on=story.today + timedelta(days=20)).approve(*ApprovalParty).start().talk(1)
    story.at(story.today + timedelta(days=10))
    set_clock(clock, story)
    keeper, boss = open_browser().sign_in(story.worker), open_browser().sign_in(story.leader)
    keeper.get("/veileder/")
    assert "Registrer avslutningen" in keeper.text
    boss.get(pages(story)[0])
    assert "Den avtalte siste dagen er passert" in boss.text


def test_a_no_in_a_talk_leads_to_the_ending(browser: PageClient, clock: StoppedClock, session: Session) -> None:
    story = trio(session).agree().start()
    story.at(story.talk_of(1).due_on)
    set_clock(clock, story)
    browser.sign_in(story.worker).get(f"{pages(story)[2]}/samtale/1")
    browser.submit({"still_there": "no"}, button="Lagre samtalen")
    assert browser.address.endswith("/slutt")


def test_stopping_before_the_start_is_asked_about_and_hides_the_candidate(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session).agree()
    keeper = open_browser().sign_in(story.worker)
    keeper.get(f"{pages(story)[2]}/avlys")
    assert "Snakk med Amina først." in keeper.text
    keeper.submit(button="Stopp avtalen")
    assert story.placement.state is PlacementState.CANCELLED
    open_browser().sign_in(story.leader).get(pages(story)[0], status=404)
    young = open_browser().sign_in(story.young)
    young.get(pages(story)[1])
    assert "Det ble ikke noe av denne gangen. Vera Lund leter videre sammen med deg." in young.text


def test_a_yes_taken_back_hides_the_placement_from_the_employer_at_once(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session).begin()
    boss = open_browser().sign_in(story.leader)
    boss.get(pages(story)[0])
    proposals.take_back_yes(
        Act(session, story.worker.id, story.now), proposal=story.proposal, expected_version=story.proposal.version
    )
    session.commit()
    for page in ("", "/avtale", "/oppstart", "/slutt"):
        boss.get(pages(story)[0] + page, status=404)
    boss.get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer")
    assert "Amina" not in boss.text


@pytest.mark.parametrize("page", ["", "/avtale", "/oppstart", "/slutt"])
def test_each_look_of_the_employer_is_logged_for_the_organisation(
    browser: PageClient, clock: StoppedClock, session: Session, page: str
) -> None:
    story = trio(session).agree().start() if page == "/slutt" else trio(session).agree()
    set_clock(clock, story)
    browser.sign_in(story.leader).get(pages(story)[0] + page)
    read = session.scalars(select(CandidateRead)).one()
    assert (read.user_id, read.organisation_id, read.what, read.purpose) == (
        story.leader.id, story.employer.id, ReadWhat.PLACEMENT, ReadPurpose.AGREEMENT,
    )  # fmt: skip


def test_names_in_lists_are_logged_once_and_the_candidates_own_looks_never(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session).begin()
    boss, young = open_browser().sign_in(story.leader), open_browser().sign_in(story.young)
    for _ in range(2):
        boss.get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer")
    young.get(pages(story)[1])
    read = session.scalars(select(CandidateRead)).one()
    assert (read.what, read.organisation_id) == (ReadWhat.LIST_ENTRY, story.employer.id)


def test_placements_of_others_are_missing(open_browser: Browsers, session: Session) -> None:
    story = trio(session).agree()
    at_employer, at_candidate, at_counsellor = pages(story)
    other_employer = verified_organisation(session, name="Annen bedrift AS")
    boss = open_browser().sign_in(leader_of(session, other_employer))
    keeper = open_browser().sign_in(counsellor(session, office(session, "0219"), "Ukjent Veileder"))
    bo = people.can_sign_in(session, people.candidate(session, story.worker, first_name="Bo"))
    young = open_browser().sign_in(bo)
    for page in ("", "/avtale", "/oppstart", "/slutt"):
        boss.get(at_employer + page, status=404)
        boss.get(f"/arbeidsgiver/{other_employer.orgnr}/plasseringer/{story.placement.id}{page}", status=404)
        keeper.get(at_counsellor + page, status=404)
    for page in ("/samtale/1", "/samtale/1/ikke-holdt", "/avlys", "/godkjenn-for-kandidaten"):
        keeper.get(at_counsellor + page, status=404)
    young.get(at_candidate, status=404)
    for client, address in ((boss, at_employer), (keeper, at_counsellor), (young, at_candidate)):
        client.post(f"{address}/godkjenn", {"version": "1"}, status=404)
    assert session.scalars(select(CandidateRead)).all() == []


def test_the_candidate_cannot_use_the_others_pages(browser: PageClient, session: Session) -> None:
    story = trio(session).agree()
    browser.sign_in(story.young)
    browser.get(pages(story)[0], status=404)
    browser.get(pages(story)[2], status=403)


def test_the_candidates_file_holds_agreement_talks_and_the_reason_of_an_ending(
    browser: PageClient, clock: StoppedClock, session: Session
) -> None:
    story = trio(session).agree().start().talk(1).end(reason=EndReason.MOVED)
    set_clock(clock, story)
    session.commit()
    browser.sign_in(story.young)
    browser.get("/min-side/mine-data.json")
    (placement,) = browser.response.json["placements"]  # type: ignore[index]  # JSON
    assert placement["agreement"]["plan"].startswith("Rydde")
    assert set(placement["agreement"]) == set(NAMES)
    assert placement["kind"] == story.placement.kind
    assert placement["begun_at"] <= placement["agreed_at"] <= placement["talks"][0]["done_at"]
    assert [one["by"] for one in placement["approvals"]] == [party.value for party in ApprovalParty]
    assert placement["talks"][0]["agreed_next"] == "Vi fortsetter."
    assert placement["end_reason"] == "moved"
    assert "Flyttet" in browser.get("/min-side/alt").get_text()
