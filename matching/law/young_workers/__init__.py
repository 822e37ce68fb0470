"""Young-worker law as rules: bands, working time, dangerous work (aml ch. 11 and the regulation's ch. 12)."""

from matching.law.young_workers.bands import Worker, age_on, band_on, in_compulsory_school
from matching.law.young_workers.check import check_shifts, check_shifts_for
from matching.law.young_workers.codes import HazardFindingCode, ShiftCode
from matching.law.young_workers.hazards import check_hazards
from matching.law.young_workers.shifts import NightGround, Shift

__all__ = [
    "HazardFindingCode",
    "NightGround",
    "Shift",
    "ShiftCode",
    "Worker",
    "age_on",
    "band_on",
    "check_hazards",
    "check_shifts",
    "check_shifts_for",
    "in_compulsory_school",
]
