"""The whole chain in a browser, each person in a window of their own, until there is one more of the 1000 jobs."""

from register.roles.types import Role
from tests.e2e.journey import agreeing, assessing, certifying, counting, matching, posting, registering, verifying
from tests.e2e.world import World
from tests.factories.criteria import published_edition
from tests.factories.register import counsellor, person_with_role


def test_from_an_employers_registration_to_one_more_of_the_1000_jobs(world: World) -> None:
    published_edition(world.session)
    vera = counsellor(world.session, name="Vera Lund")
    vera_mail = vera.email or ""
    lead = world.signed_in(person_with_role(world.session, Role.PROGRAMME_LEAD, "Pia Programleder"))
    council = world.signed_in(person_with_role(world.session, Role.COUNCIL, "Frida Fagråd"))
    certifier = world.signed_in(person_with_role(world.session, Role.CERTIFIER, "Sara Sertifisør"))
    advisor = world.signed_in(vera)
    anyone = world.somebody("Anyone").go("/")
    n = counting.jobs_started(anyone)

    employer = registering.register(world, lead)
    assessing.assess(world, employer)
    certifying.certify(employer, lead, council, certifier)
    verifying.verify(anyone, employer)
    posting.post_places(anyone, employer)
    young = matching.match(world, employer, advisor)
    assert counting.jobs_started(anyone) == n, "a job counts when somebody has begun, never before"
    agreeing.agree_and_start(world, employer, young, advisor)

    assert counting.jobs_started(anyone) == n + 1
    assert counting.open_data(anyone)["unpaid_training"]["started"] == 0
    assert matching.NAME not in counting.seen_by_the_county(lead, expected=n + 1)
    agreeing.remind_of_first_talk(world, vera_mail)
