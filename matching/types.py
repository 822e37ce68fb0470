"""The closed vocabularies of matching: kinds, states, codes. Depends on nothing; labels: app/labels.py."""

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


class OpeningState(StrEnum):
    """Where an opening stands. «Filled» is no state: it follows from positions and placements."""

    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"  # hidden for a while, for instance when the workplace is being re-checked
    EXPIRED = "expired"  # the last day has passed; can be published again with a new date
    CLOSED = "closed"  # for good


class ProposalState(StrEnum):
    """A counsellor proposes an opening to a candidate; the candidate and then the employer answer."""

    PROPOSED = "proposed"
    CANDIDATE_YES = "candidate_yes"
    CANDIDATE_NO = "candidate_no"
    EMPLOYER_YES = "employer_yes"
    EMPLOYER_NO = "employer_no"
    WITHDRAWN = "withdrawn"  # by the candidate after a yes, or by the counsellor
    LAPSED = "lapsed"  # the opening closed or nobody answered in time
    PLACED = "placed"  # a placement was made from it
    FINISHED = "finished"  # that placement is over, or was called off

    @property
    def discloses_name(self) -> bool:
        """May the employer see who the candidate is while the proposal stands here? (R22)"""
        return self in (ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES, ProposalState.PLACED)

    @property
    def is_open(self) -> bool:
        """Somebody may still answer it."""
        return self in (ProposalState.PROPOSED, ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES)


class PlacementState(StrEnum):
    """A placement from the first draft of its agreement to its ending."""

    DRAFT = "draft"
    AGREED = "agreed"  # employer, candidate and counsellor have approved
    STARTED = "started"
    ENDED = "ended"
    CANCELLED = "cancelled"  # before it started


class FollowUpState(StrEnum):
    """A planned talk. «Overdue» is no state: it follows from the due date."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"  # deliberately not held, with a reason
    CANCELLED = "cancelled"  # the placement ended before it


class EndReason(StrEnum):
    """Why a placement ended. Never health, never blame."""

    COMPLETED_AS_PLANNED = "completed_as_planned"
    HIRED_BY_EMPLOYER = "hired_by_employer"
    OTHER_JOB = "other_job"
    EDUCATION = "education"
    CANDIDATE_STOPPED = "candidate_stopped"
    EMPLOYER_STOPPED = "employer_stopped"
    NO_MORE_WORK = "no_more_work"
    MOVED = "moved"
    OTHER = "other"


class ApprovalParty(StrEnum):
    """The three who approve an agreement; the counsellor last."""

    EMPLOYER = "employer"
    CANDIDATE = "candidate"
    COUNSELLOR = "counsellor"


class OnBehalfReason(StrEnum):
    """Why a counsellor approves in the candidate's place; there is no other reason than these (R14)."""

    NO_EID = "no_eid"  # cannot sign in
    RESERVED = "reserved"  # has said no to digital communication
    DIGITAL_COMPETENCE = "digital_competence"  # needs it told and explained in person


class SkipReason(StrEnum):
    """Why a planned talk was not held."""

    NOT_REACHED = "not_reached"
    NOT_WANTED = "not_wanted"
    TALKED_OTHERWISE = "talked_otherwise"
    OTHER = "other"


class Adaptation(StrEnum):
    """What an employer can offer and a candidate may need: functional and voluntary, never medical (R17)."""

    QUIET_PLACE = "quiet_place"
    GRADUAL_HOURS = "gradual_hours"
    FLEXIBLE_START = "flexible_start"
    EXTRA_BREAKS = "extra_breaks"
    TIME_FOR_APPOINTMENTS = "time_for_appointments"
    WRITTEN_INSTRUCTIONS = "written_instructions"
    SHOWN_IN_PRACTICE = "shown_in_practice"
    PREDICTABLE_TASKS = "predictable_tasks"
    PLAIN_LANGUAGE = "plain_language"
    ONE_CONTACT = "one_contact"
    MENTOR_BESIDE = "mentor_beside"
    SUPPORT_PERSON = "support_person"
    NO_CUSTOMER_CONTACT = "no_customer_contact"
    STEP_FREE = "step_free"
    SIT_OR_STAND = "sit_or_stand"
    LIGHT_LIFTING = "light_lifting"


class InterestArea(StrEnum):
    """Plain areas of work that a young person can recognise; every occupation belongs to one."""

    SHOP = "shop"
    FOOD_AND_SERVING = "food_and_serving"
    WAREHOUSE_AND_TRANSPORT = "warehouse_and_transport"
    CLEANING_AND_RECYCLING = "cleaning_and_recycling"
    BUILDING = "building"
    WORKSHOP_AND_PRODUCTION = "workshop_and_production"
    CHILDREN = "children"
    CARE = "care"
    OFFICE_AND_SERVICE = "office_and_service"
    NATURE_AND_ANIMALS = "nature_and_animals"
    IT_AND_MEDIA = "it_and_media"
    CULTURE_AND_EVENTS = "culture_and_events"
    HAIR_AND_BEAUTY = "hair_and_beauty"


class SkillGroup(StrEnum):
    """How the controlled list of skills is grouped on the page."""

    EVERYDAY = "everyday"
    DRIVING = "driving"
    MACHINES = "machines"
    SAFETY = "safety"
    FOOD = "food"
    NORWEGIAN = "norwegian"
    DIGITAL = "digital"


class TravelMode(StrEnum):
    """How a candidate can get to work."""

    WALK = "walk"
    BICYCLE = "bicycle"
    PUBLIC_TRANSPORT = "public_transport"
    MOPED = "moped"
    CAR = "car"
    LIFT = "lift"  # somebody drives them


class Weekday(StrEnum):
    """Days of the week; `number` is that of `date.weekday()`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday … 6 for Sunday."""
        return tuple(Weekday).index(self)

    @classmethod
    def of(cls, number: int) -> "Weekday":
        """The weekday with this `date.weekday()` number."""
        return tuple(cls)[number]


class TaskCategory(StrEnum):
    """Measure 7's three kinds of task, chosen by public employers."""

    NEEDS_FORMAL_COMPETENCE = "needs_formal_competence"
    PATH_TO_COMPETENCE = "path_to_competence"
    NEEDS_NO_COMPETENCE = "needs_no_competence"


class TrainingCompanyStatus(StrEnum):
    """Is the employer an approved lærebedrift? (R13)"""

    NONE = "none"
    APPLYING = "applying"
    APPROVED = "approved"
    LIMITED = "limited"
    VIA_TRAINING_OFFICE = "via_training_office"


class JobEventKind(StrEnum):
    """The steps of the honest ladder towards the 1000 jobs."""

    PLEDGED = "pledged"
    POSTED = "posted"
    AGREED = "agreed"
    STARTED = "started"
    LASTED_13 = "lasted_13"
    LASTED_26 = "lasted_26"
    LASTED_52 = "lasted_52"
    ENDED = "ended"


class Severity(StrEnum):
    """`block` stops the act; `warn` lets it pass with a logged reason."""

    BLOCK = "block"
    WARN = "warn"


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


class ReadPurpose(StrEnum):
    """Why somebody looked at a candidate; the candidate reads it in plain words."""

    FOLLOW_UP = "follow_up"  # knowing and keeping the profile
    FIND_PLACE = "find_place"  # finding places for the person
    FIND_PERSON = "find_person"  # finding people for a place
    ANSWER_YES = "answer_yes"  # an employer meets someone who said yes
    AGREEMENT = "agreement"  # making and keeping the agreement and its follow-up


class ReadWhat(StrEnum):
    """How much of a candidate was seen."""

    LIST_ENTRY = "list_entry"  # first name and where the person stands, in a list
    CARD = "card"  # what matching uses: hours, travel, skills, adaptations
    PROFILE = "profile"  # everything that is kept
    PROPOSAL = "proposal"  # one proposal and its answer
    DISCLOSED = "disclosed"  # only what the candidate shares with an employer
    PLACEMENT = "placement"  # agreement, follow-up, ending


class SharedItem(StrEnum):
    """What a candidate's yes lets one employer see."""

    FIRST_NAME = "first_name"
    PHONE = "phone"
    EMAIL = "email"
    ADAPTATIONS = "adaptations"


class NoReason(StrEnum):
    """Why a candidate says no; choosing one is voluntary, and there is no free text to write too much in."""

    TOO_FAR = "too_far"
    HOURS = "hours"
    TASKS = "tasks"
    WORKPLACE = "workplace"
    NOT_NOW = "not_now"
    OTHER = "other"


class PoliceCertificateBasis(StrEnum):
    """Which law makes an employer ask to see a police certificate. It is shown to the employer, never stored (R7)."""

    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    HEALTH_AND_CARE = "health_and_care"
    CHILD_WELFARE = "child_welfare"
    LEISURE_WITH_CHILDREN = "leisure_with_children"


class HoursBand(StrEnum):
    """How much work somebody is looking for, in hours a week."""

    UP_TO_15 = "up_to_15"
    FROM_15_TO_30 = "from_15_to_30"
    OVER_30 = "over_30"


class LowerAgeBasis(StrEnum):
    """Which law gives an opening its lower age; without one an advert may not state any."""

    TASKS = "tasks"  # a task that the law reserves by age
    HAZARDS = "hazards"  # dangerous work
    HOURS = "hours"  # hours that are closed to people under 18
    NAV_MEASURES = "nav_measures"  # work training is a NAV measure
