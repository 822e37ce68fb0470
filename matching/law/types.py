"""The words of the law about young workers."""

from enum import StrEnum


class WorkerBand(StrEnum):
    """Whose working-time rules apply. Decided by age and compulsory school together, never by age alone."""

    UNDER_13 = "under_13"
    CHILD = "child"  # under 15, or still in compulsory school
    YOUTH = "youth"  # 15–17 and finished with compulsory school
    ADULT = "adult"


class NightException(StrEnum):
    """The letters of forskrift om organisering, ledelse og medvirkning § 12-9, for 15–17-year-olds."""

    A = "a"  # cultural, artistic, sports work
    B = "b"  # apprentices in hotel and restaurant
    C = "c"  # newspapers
    D = "d"  # two-shift work that is not industry, building or transport
    E = "e"  # cleaning outside opening hours
    F = "f"  # light guard and porter work
    G = "g"  # light work in care, boarding schools, kindergartens
    H = "h"  # light hospital work as part of the healthcare worker's curriculum


class HazardCode(StrEnum):
    """Work that is forbidden or limited for people under 18 (same regulation §§ 12-5 and 12-6)."""

    BEYOND_CAPACITY = "beyond_capacity"  # § 12-5 a: no exception
    HARMFUL_SUBSTANCES = "harmful_substances"
    HARMFUL_RADIATION = "harmful_radiation"
    HIDDEN_ACCIDENT_RISK = "hidden_accident_risk"
    IONISING_RADIATION = "ionising_radiation"
    HIGH_PRESSURE = "high_pressure"
    BIOLOGICAL_AGENTS = "biological_agents"
    DANGEROUS_CHEMICALS = "dangerous_chemicals"
    LEAD_OR_ASBESTOS = "lead_or_asbestos"
    EXPLOSIVES = "explosives"
    DANGEROUS_ANIMALS = "dangerous_animals"
    INDUSTRIAL_SLAUGHTER = "industrial_slaughter"
    GAS_HANDLING = "gas_handling"
    CHEMICAL_VATS = "chemical_vats"
    COLLAPSE = "collapse"
    HIGH_VOLTAGE = "high_voltage"
    MACHINE_PACED_PIECEWORK = "machine_paced_piecework"
    DANGEROUS_EQUIPMENT = "dangerous_equipment"  # letters q–u: truck, crane, digger, saws …


class LowerAgeBasis(StrEnum):
    """Which law gives an opening its lower age; without one an advert may not state any."""

    TASKS = "tasks"  # a task that the law reserves by age
    HAZARDS = "hazards"  # dangerous work
    HOURS = "hours"  # hours that are closed to people under 18
    NAV_MEASURES = "nav_measures"  # work training is a NAV measure
