"""Legal lower ages of tasks, dangerous work under 18, and the lower age an advert may state."""

from datetime import date

import pytest

from ground.findings import Finding, block, warn
from matching.catalogue.choices import Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.age_gates import AgeGateCode, check_age_gates, legal_minimum_age
from matching.law.lower_age import lower_age_set_by_law
from matching.law.types import HazardCode, NightException
from matching.law.young_workers import NightGround, Worker, check_hazards
from matching.law.young_workers.codes import HazardFindingCode
from tests.builders.law import TODAY, shift

JOB, APPRENTICE, TRAINING = OpeningKind.PERMANENT_JOB, OpeningKind.APPRENTICE, OpeningKind.WORK_TRAINING_FULL


def aged(years: int) -> date:
    return date(TODAY.year - years, TODAY.month, TODAY.day)


def tasks(*gates: str, age: int, kind: OpeningKind = JOB, supervised: tuple[str, ...] = ()) -> list[Finding]:
    return list(check_age_gates(gates, aged(age), TODAY, kind, supervised))


def gate_codes(gate: str, age: int, kind: OpeningKind = JOB, supervised: tuple[str, ...] = ()) -> list[str]:
    return [f"{one.severity.value} {one.code.value}" for one in tasks(gate, age=age, kind=kind, supervised=supervised)]


def dangers(*hazards: str, age: int, kind: OpeningKind = JOB, finished: bool = True) -> list[Finding]:
    return list(check_hazards(Worker(aged(age), finished), hazards, kind, TODAY))


def hazard_codes(hazard: str, age: int, kind: OpeningKind, *, finished: bool = True) -> list[str]:
    return [f"{one.severity.value} {one.code.value}" for one in dangers(hazard, age=age, kind=kind, finished=finished)]


def test_beer_is_sold_by_those_over_18_and_spirits_by_those_over_20() -> None:
    assert gate_codes("alcohol_low", 18) == []
    assert gate_codes("alcohol_low", 17) == ["block too_young_for_task"]
    assert gate_codes("alcohol_high", 20) == []
    assert gate_codes("alcohol_high", 19) == ["block too_young_for_task"]


def test_an_apprentice_may_serve_beer_as_part_of_the_training_but_not_spirits() -> None:
    assert gate_codes("alcohol_low", 17, APPRENTICE) == ["warn only_in_training"]
    assert gate_codes("alcohol_high", 17, APPRENTICE) == ["block too_young_for_task"]


def test_energy_drinks_may_be_sold_by_a_15_year_old_under_daily_supervision() -> None:
    assert gate_codes("energy_drink", 15) == ["block too_young_for_task"]
    assert gate_codes("energy_drink", 15, supervised=("energy_drink",)) == ["warn needs_supervision_by_adult"]
    assert gate_codes("energy_drink", 16) == []


def test_supervision_lifts_only_the_gates_that_the_law_says() -> None:
    assert gate_codes("alcohol_low", 17, supervised=("alcohol_low",)) == ["block too_young_for_task"]


def test_a_truck_is_driven_from_18_and_learnt_from_17_under_a_training_contract() -> None:
    assert gate_codes("truck_crane_excavator", 17) == ["block too_young_for_task"]
    assert gate_codes("truck_crane_excavator", 17, APPRENTICE) == ["warn only_in_training"]
    assert gate_codes("truck_crane_excavator", 16, APPRENTICE) == ["block too_young_for_task"]


def test_a_gate_that_is_not_on_the_list_is_no_free_pass() -> None:
    assert gate_codes("no_such_gate", 17, APPRENTICE, supervised=("no_such_gate",)) == ["block too_young_for_task"]
    assert gate_codes("no_such_gate", 18) == ["warn unknown_gate"]
    assert legal_minimum_age(["no_such_gate"], JOB) == 18


def test_a_danger_that_is_not_on_the_list_is_for_adults_alone() -> None:
    assert hazard_codes("no_such_danger", 15, JOB, finished=False) == ["block hazard_forbidden"]
    assert hazard_codes("no_such_danger", 17, APPRENTICE) == ["block hazard_forbidden"]
    assert hazard_codes("no_such_danger", 18, JOB) == []
    assert lower_age_set_by_law(APPRENTICE, hazards=["no_such_danger"]) == 18


def test_dangerous_work_under_18_is_for_training_contracts_only() -> None:
    chemicals = HazardCode.DANGEROUS_CHEMICALS
    assert hazard_codes(chemicals, 18, OpeningKind.SUMMER_JOB) == []
    assert hazard_codes(chemicals, 17, OpeningKind.SUMMER_JOB) == ["block hazard_only_in_training"]
    assert hazard_codes(chemicals, 17, TRAINING) == ["block hazard_only_in_training"]
    for kind in (APPRENTICE, OpeningKind.TRAINING_CANDIDATE, OpeningKind.PRACTICE_CERTIFICATE):
        assert hazard_codes(chemicals, 16, kind) == ["warn hazard_needs_supervision"]


def test_work_beyond_ones_capacity_is_never_allowed_under_18() -> None:
    assert hazard_codes(HazardCode.BEYOND_CAPACITY, 17, APPRENTICE) == ["block hazard_forbidden"]


def test_children_under_the_law_do_no_dangerous_work() -> None:
    for hazard in HazardCode:
        assert hazard_codes(hazard, 16, APPRENTICE, finished=False) == ["block hazard_forbidden"]


def test_the_law_sets_the_lower_age_that_an_advert_may_state() -> None:
    assert legal_minimum_age(["alcohol_low", "tobacco"], JOB) == 18
    assert legal_minimum_age([], JOB) is None
    assert lower_age_set_by_law(JOB) is None
    assert lower_age_set_by_law(TRAINING) == 16
    assert lower_age_set_by_law(JOB, gates=["alcohol_high"]) == 20
    assert lower_age_set_by_law(APPRENTICE, gates=["alcohol_low"]) == 15
    assert lower_age_set_by_law(JOB, hazards=[HazardCode.EXPLOSIVES]) == 18
    assert lower_age_set_by_law(APPRENTICE, hazards=[HazardCode.EXPLOSIVES]) == 15


def test_night_shifts_that_are_closed_to_the_young_make_the_lower_age_18() -> None:
    late = shift("20:00", "24:00", day=Weekday.FRIDAY)
    by_letter = NightGround(exception=NightException.D)
    assert lower_age_set_by_law(JOB, shifts=[late]) == 18
    assert lower_age_set_by_law(JOB, shifts=[shift("20:00", "24:00", day=Weekday.FRIDAY, night=by_letter)]) is None


def test_every_task_is_told_once_and_in_order() -> None:
    assert tasks("tobacco", "alcohol_high", "tobacco", age=17) == [
        block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="alcohol_high", min_age=20),
        block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="tobacco", min_age=18),
    ]


def test_a_task_that_is_learnt_tells_from_which_age_it_is_done_otherwise() -> None:
    assert tasks("alcohol_low", age=15, kind=APPRENTICE) == [
        warn(AgeGateCode.ONLY_IN_TRAINING, gate="alcohol_low", min_age=18)
    ]
    assert tasks("alcohol_low", age=14, kind=APPRENTICE) == [
        block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="alcohol_low", min_age=15)
    ]
    assert tasks("alcohol_low", age=17, kind=OpeningKind.PRACTICE_CERTIFICATE) == [
        block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="alcohol_low", min_age=18)
    ]


def test_a_task_under_supervision_tells_how_old_the_supervisor_is() -> None:
    assert tasks("tobacco", age=15, supervised=("tobacco",)) == [
        warn(AgeGateCode.NEEDS_SUPERVISION_BY_ADULT, gate="tobacco", supervisor_age=18)
    ]
    assert tasks("tobacco", age=15, supervised=("energy_drink",)) == [
        block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="tobacco", min_age=18)
    ]


def test_a_task_that_nobody_knows_is_told_by_its_word() -> None:
    assert tasks("from_tomorrow", age=17) == [block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate="from_tomorrow", min_age=18)]
    assert tasks("from_tomorrow", age=18) == [warn(AgeGateCode.UNKNOWN_GATE, gate="from_tomorrow")]


def test_the_highest_age_of_all_tasks_is_the_lower_age_of_the_place() -> None:
    assert legal_minimum_age(["energy_drink", "alcohol_high", "tobacco"], JOB) == 20
    assert legal_minimum_age(["energy_drink", "alcohol_low"], APPRENTICE) == 16
    assert legal_minimum_age(["tobacco", "energy_drink"], JOB, ["tobacco"]) == 16
    assert legal_minimum_age(["tobacco"], JOB, ["tobacco"]) is None
    assert legal_minimum_age(["from_tomorrow", "energy_drink"], JOB) == 18


def test_every_danger_is_told_once_and_in_order() -> None:
    assert dangers("explosives", "beyond_capacity", "explosives", age=17) == [
        block(HazardFindingCode.HAZARD_FORBIDDEN, hazard="beyond_capacity"),
        block(HazardFindingCode.HAZARD_ONLY_IN_TRAINING, hazard="explosives", from_age=15),
    ]


def test_a_child_is_told_every_danger() -> None:
    assert dangers("explosives", "high_voltage", age=15, kind=APPRENTICE, finished=False) == [
        block(HazardFindingCode.HAZARD_FORBIDDEN, hazard="explosives"),
        block(HazardFindingCode.HAZARD_FORBIDDEN, hazard="high_voltage"),
    ]


def test_a_danger_that_is_learnt_tells_from_which_age_and_then_asks_for_supervision() -> None:
    assert dangers("ionising_radiation", age=15, kind=APPRENTICE) == [
        block(HazardFindingCode.HAZARD_FROM_AGE, hazard="ionising_radiation", from_age=16)
    ]
    assert dangers("ionising_radiation", age=16, kind=APPRENTICE) == [
        warn(HazardFindingCode.HAZARD_NEEDS_SUPERVISION, hazard="ionising_radiation")
    ]
    assert dangers("ionising_radiation", age=17) == [
        block(HazardFindingCode.HAZARD_ONLY_IN_TRAINING, hazard="ionising_radiation", from_age=16)
    ]


def test_dangerous_machines_are_for_17_year_olds_with_a_course_in_any_kind_of_place() -> None:
    for kind in OpeningKind:
        assert dangers("dangerous_equipment", age=16, kind=kind) == [
            block(HazardFindingCode.HAZARD_FROM_AGE, hazard="dangerous_equipment", from_age=17)
        ]
        assert dangers("dangerous_equipment", age=17, kind=kind) == [
            warn(HazardFindingCode.HAZARD_NEEDS_COURSE, hazard="dangerous_equipment")
        ]


@pytest.mark.parametrize(
    ("hazard", "in_a_job", "in_training"),
    [
        (HazardCode.BEYOND_CAPACITY, 18, 18),
        (HazardCode.EXPLOSIVES, 18, 15),
        (HazardCode.IONISING_RADIATION, 18, 16),
        (HazardCode.DANGEROUS_EQUIPMENT, 17, 17),
    ],
)
def test_a_danger_sets_the_lower_age_of_the_place(hazard: HazardCode, in_a_job: int, in_training: int) -> None:
    assert lower_age_set_by_law(JOB, hazards=[hazard]) == in_a_job
    assert lower_age_set_by_law(APPRENTICE, hazards=[hazard]) == in_training


def test_the_strictest_of_all_reasons_sets_the_lower_age() -> None:
    late = shift("20:00", "24:00", day=Weekday.FRIDAY)
    assert lower_age_set_by_law(TRAINING, hazards=["dangerous_equipment"]) == 17
    assert lower_age_set_by_law(TRAINING, gates=["alcohol_high"], shifts=[late]) == 20
    assert lower_age_set_by_law(TRAINING, gates=["energy_drink"], shifts=[late]) == 18
    assert lower_age_set_by_law(TRAINING, gates=["tobacco"], supervised=["tobacco"]) == 16
    assert lower_age_set_by_law(JOB, gates=["tobacco"], supervised=["tobacco"]) is None
