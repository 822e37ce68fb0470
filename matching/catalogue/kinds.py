"""The kinds of place, and the legal paper that each of them needs."""

from enum import StrEnum


class ContractType(StrEnum):
    """The legal paper behind a placement; Plass records type, reference and date and never replaces it."""

    EMPLOYMENT_CONTRACT = "employment_contract"
    NAV_AGREEMENT = "nav_agreement"
    TRAINING_CONTRACT = "training_contract"


class OpeningKind(StrEnum):
    """The relation a place offers. NAV's schemes are no kinds: they belong to the agreement."""

    PERMANENT_JOB = "permanent_job"
    TEMPORARY_JOB = "temporary_job"
    SUMMER_JOB = "summer_job"
    APPRENTICE = "apprentice"
    TRAINING_CANDIDATE = "training_candidate"  # lærekandidat
    PRACTICE_CERTIFICATE = "practice_certificate"  # praksisbrev
    WORK_TRAINING_FULL = "work_training_full"  # arbeidstrening, not employed
    WORK_TRAINING_PART = "work_training_part"

    @property
    def paid(self) -> bool:
        """Paid places are jobs and public; unpaid ones are never shown as jobs (R15)."""
        return self not in (OpeningKind.WORK_TRAINING_FULL, OpeningKind.WORK_TRAINING_PART)

    @property
    def needs_training_contract(self) -> bool:
        """Lærekontrakt or opplæringskontrakt: only with an approved training company (section 2.1, R13)."""
        return self in (
            OpeningKind.APPRENTICE,
            OpeningKind.TRAINING_CANDIDATE,
            OpeningKind.PRACTICE_CERTIFICATE,
        )

    @property
    def ends_by_nature(self) -> bool:
        """An opening of this kind must say when it ends."""
        return self in (
            OpeningKind.TEMPORARY_JOB,
            OpeningKind.SUMMER_JOB,
            OpeningKind.WORK_TRAINING_FULL,
            OpeningKind.WORK_TRAINING_PART,
        )

    @property
    def contract_type(self) -> ContractType:
        """The legal contract without which there is no start."""
        if not self.paid:
            return ContractType.NAV_AGREEMENT
        if self.needs_training_contract:
            return ContractType.TRAINING_CONTRACT
        return ContractType.EMPLOYMENT_CONTRACT
