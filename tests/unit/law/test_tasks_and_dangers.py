"""Legal lower ages of tasks, dangerous work under 18, and the lower age an advert may state."""

from datetime import date

from matching.catalogue.choices import Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.age_gates import check_age_gates, legal_minimum_age
from matching.law.lower_age import lower_age_set_by_law
from matching.law.types import HazardCode, NightException
from matching.law.young_workers import NightGround, Worker, check_hazards
from tests.builders.law import TODAY, shift

JOB, APPRENTICE, TRAINING = OpeningKind.PERMANENT_JOB, OpeningKind.APPRENTICE, OpeningKind.WORK_TRAINING_FULL


def aged(years: int) -> date:
    return date(TODAY.year - years, TODAY.month, TODAY.day)


def gate_codes(gate: str, age: int, kind: OpeningKind = JOB, supervised: tuple[str, ...] = ()) -> list[str]:
    found = check_age_gates([gate], aged(age), TODAY, kind, supervised)
    return [f"{one.severity.value} {one.code.value}" for one in found]


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


def hazard_codes(hazard: str, age: int, kind: OpeningKind, *, finished: bool = True) -> list[str]:
    found = check_hazards(Worker(aged(age), finished), [hazard], kind, TODAY)
    return [f"{one.severity.value} {one.code.value}" for one in found]


def test_dangerous_work_under_18_is_for_training_contracts_only() -> None:
    chemicals = HazardCode.DANGEROUS_CHEMICALS
    assert hazard_codes(chemicals, 18, OpeningKind.SUMMER_JOB) == []
    assert hazard_codes(chemicals, 17, OpeningKind.SUMMER_JOB) == ["block hazard_only_in_training"]
    assert hazard_codes(chemicals, 17, TRAINING) == ["block hazard_only_in_training"]
    for kind in (APPRENTICE, OpeningKind.TRAINING_CANDIDATE, OpeningKind.PRACTICE_CERTIFICATE):
        assert hazard_codes(chemicals, 16, kind) == ["warn hazard_needs_supervision"]


def test_ionising_radiation_is_closed_below_16_also_in_training() -> None:
    assert hazard_codes(HazardCode.IONISING_RADIATION, 15, APPRENTICE) == ["block hazard_from_age"]
    assert hazard_codes(HazardCode.IONISING_RADIATION, 16, APPRENTICE) == ["warn hazard_needs_supervision"]


def test_machines_may_be_learnt_from_17_with_the_right_course() -> None:
    assert hazard_codes(HazardCode.DANGEROUS_EQUIPMENT, 17, JOB) == ["warn hazard_needs_course"]
    assert hazard_codes(HazardCode.DANGEROUS_EQUIPMENT, 16, APPRENTICE) == ["block hazard_from_age"]


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
    assert lower_age_set_by_law(JOB, hazards=[HazardCode.EXPLOSIVES]) == 18
    assert lower_age_set_by_law(APPRENTICE, hazards=[HazardCode.EXPLOSIVES]) == 15


def test_night_shifts_that_are_closed_to_the_young_make_the_lower_age_18() -> None:
    late = shift("20:00", "24:00", day=Weekday.FRIDAY)
    by_letter = NightGround(exception=NightException.D)
    assert lower_age_set_by_law(JOB, shifts=[late]) == 18
    assert lower_age_set_by_law(JOB, shifts=[shift("20:00", "24:00", day=Weekday.FRIDAY, night=by_letter)]) is None
