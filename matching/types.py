"""The closed vocabularies of matching: kinds, states, codes. Depends on nothing; labels: app/labels.py."""

from enum import StrEnum


class ContractType(StrEnum):
    """The legal paper behind a placement; Plass records type, reference and date and never replaces it."""

    employment_contract = "employment_contract"
    nav_agreement = "nav_agreement"
    training_contract = "training_contract"


class OpeningKind(StrEnum):
    """The relation a place offers. NAV's schemes are no kinds: they belong to the agreement."""

    permanent_job = "permanent_job"
    temporary_job = "temporary_job"
    summer_job = "summer_job"
    apprentice = "apprentice"
    training_candidate = "training_candidate"  # lærekandidat
    practice_certificate = "practice_certificate"  # praksisbrev
    work_training_full = "work_training_full"  # arbeidstrening, not employed
    work_training_part = "work_training_part"

    @property
    def paid(self) -> bool:
        """Paid places are jobs and public; unpaid ones are never shown as jobs (R15)."""
        return self not in (OpeningKind.work_training_full, OpeningKind.work_training_part)

    @property
    def needs_training_contract(self) -> bool:
        """Lærekontrakt or opplæringskontrakt: only with an approved training company (section 2.1, R13)."""
        return self in (
            OpeningKind.apprentice,
            OpeningKind.training_candidate,
            OpeningKind.practice_certificate,
        )

    @property
    def ends_by_nature(self) -> bool:
        """An opening of this kind must say when it ends."""
        return self in (
            OpeningKind.temporary_job,
            OpeningKind.summer_job,
            OpeningKind.work_training_full,
            OpeningKind.work_training_part,
        )

    @property
    def contract_type(self) -> ContractType:
        """The legal contract without which there is no start."""
        if not self.paid:
            return ContractType.nav_agreement
        if self.needs_training_contract:
            return ContractType.training_contract
        return ContractType.employment_contract


class OpeningState(StrEnum):
    """Where an opening stands. «Filled» is no state: it follows from positions and placements."""

    draft = "draft"
    published = "published"
    paused = "paused"  # hidden for a while, for instance when the workplace is being re-checked
    expired = "expired"  # the last day has passed; can be published again with a new date
    closed = "closed"  # for good


class ProposalState(StrEnum):
    """A counsellor proposes an opening to a candidate; the candidate and then the employer answer."""

    proposed = "proposed"
    candidate_yes = "candidate_yes"
    candidate_no = "candidate_no"
    employer_yes = "employer_yes"
    employer_no = "employer_no"
    withdrawn = "withdrawn"  # by the candidate after a yes, or by the counsellor
    lapsed = "lapsed"  # the opening closed or nobody answered in time
    placed = "placed"  # a placement was made from it
    finished = "finished"  # that placement is over, or was called off

    @property
    def discloses_name(self) -> bool:
        """May the employer see who the candidate is while the proposal stands here? (R22)"""
        return self in (ProposalState.candidate_yes, ProposalState.employer_yes, ProposalState.placed)

    @property
    def is_open(self) -> bool:
        """Somebody may still answer it."""
        return self in (ProposalState.proposed, ProposalState.candidate_yes, ProposalState.employer_yes)


class PlacementState(StrEnum):
    """A placement from the first draft of its agreement to its ending."""

    draft = "draft"
    agreed = "agreed"  # employer, candidate and counsellor have approved
    started = "started"
    ended = "ended"
    cancelled = "cancelled"  # before it started


class FollowUpState(StrEnum):
    """A planned talk. «Overdue» is no state: it follows from the due date."""

    planned = "planned"
    done = "done"
    skipped = "skipped"  # deliberately not held, with a reason
    cancelled = "cancelled"  # the placement ended before it


class EndReason(StrEnum):
    """Why a placement ended. Never health, never blame."""

    completed_as_planned = "completed_as_planned"
    hired_by_employer = "hired_by_employer"
    other_job = "other_job"
    education = "education"
    candidate_stopped = "candidate_stopped"
    employer_stopped = "employer_stopped"
    no_more_work = "no_more_work"
    moved = "moved"
    other = "other"


class ApprovalParty(StrEnum):
    """The three who approve an agreement; the counsellor last."""

    employer = "employer"
    candidate = "candidate"
    counsellor = "counsellor"


class OnBehalfReason(StrEnum):
    """Why a counsellor approves in the candidate's place; there is no other reason than these (R14)."""

    no_eid = "no_eid"  # cannot sign in
    reserved = "reserved"  # has said no to digital communication
    digital_competence = "digital_competence"  # needs it told and explained in person


class SkipReason(StrEnum):
    """Why a planned talk was not held."""

    not_reached = "not_reached"
    not_wanted = "not_wanted"
    talked_otherwise = "talked_otherwise"
    other = "other"


class Adaptation(StrEnum):
    """What an employer can offer and a candidate may need: functional and voluntary, never medical (R17)."""

    quiet_place = "quiet_place"
    gradual_hours = "gradual_hours"
    flexible_start = "flexible_start"
    extra_breaks = "extra_breaks"
    time_for_appointments = "time_for_appointments"
    written_instructions = "written_instructions"
    shown_in_practice = "shown_in_practice"
    predictable_tasks = "predictable_tasks"
    plain_language = "plain_language"
    one_contact = "one_contact"
    mentor_beside = "mentor_beside"
    support_person = "support_person"
    no_customer_contact = "no_customer_contact"
    step_free = "step_free"
    sit_or_stand = "sit_or_stand"
    light_lifting = "light_lifting"


class InterestArea(StrEnum):
    """Plain areas of work that a young person can recognise; every occupation belongs to one."""

    shop = "shop"
    food_and_serving = "food_and_serving"
    warehouse_and_transport = "warehouse_and_transport"
    cleaning_and_recycling = "cleaning_and_recycling"
    building = "building"
    workshop_and_production = "workshop_and_production"
    children = "children"
    care = "care"
    office_and_service = "office_and_service"
    nature_and_animals = "nature_and_animals"
    it_and_media = "it_and_media"
    culture_and_events = "culture_and_events"
    hair_and_beauty = "hair_and_beauty"


class SkillGroup(StrEnum):
    """How the controlled list of skills is grouped on the page."""

    everyday = "everyday"
    driving = "driving"
    machines = "machines"
    safety = "safety"
    food = "food"
    norwegian = "norwegian"
    digital = "digital"


class TravelMode(StrEnum):
    """How a candidate can get to work."""

    walk = "walk"
    bicycle = "bicycle"
    public_transport = "public_transport"
    moped = "moped"
    car = "car"
    lift = "lift"  # somebody drives them


class Weekday(StrEnum):
    """Days of the week; `number` is that of `date.weekday()`."""

    monday = "monday"
    tuesday = "tuesday"
    wednesday = "wednesday"
    thursday = "thursday"
    friday = "friday"
    saturday = "saturday"
    sunday = "sunday"

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

    needs_formal_competence = "needs_formal_competence"
    path_to_competence = "path_to_competence"
    needs_no_competence = "needs_no_competence"


class TrainingCompanyStatus(StrEnum):
    """Is the employer an approved lærebedrift? (R13)"""

    none = "none"
    applying = "applying"
    approved = "approved"
    limited = "limited"
    via_training_office = "via_training_office"


class JobEventKind(StrEnum):
    """The steps of the honest ladder towards the 1000 jobs."""

    pledged = "pledged"
    posted = "posted"
    agreed = "agreed"
    started = "started"
    lasted_13 = "lasted_13"
    lasted_26 = "lasted_26"
    lasted_52 = "lasted_52"
    ended = "ended"


class Severity(StrEnum):
    """`block` stops the act; `warn` lets it pass with a logged reason."""

    block = "block"
    warn = "warn"


class WorkerBand(StrEnum):
    """Whose working-time rules apply. Decided by age and compulsory school together, never by age alone."""

    under_13 = "under_13"
    child = "child"  # under 15, or still in compulsory school
    youth = "youth"  # 15–17 and finished with compulsory school
    adult = "adult"


class NightException(StrEnum):
    """The letters of forskrift om organisering, ledelse og medvirkning § 12-9, for 15–17-year-olds."""

    a = "a"  # cultural, artistic, sports work
    b = "b"  # apprentices in hotel and restaurant
    c = "c"  # newspapers
    d = "d"  # two-shift work that is not industry, building or transport
    e = "e"  # cleaning outside opening hours
    f = "f"  # light guard and porter work
    g = "g"  # light work in care, boarding schools, kindergartens
    h = "h"  # light hospital work as part of the healthcare worker's curriculum


class HazardCode(StrEnum):
    """Work that is forbidden or limited for people under 18 (same regulation §§ 12-5 and 12-6)."""

    beyond_capacity = "beyond_capacity"  # § 12-5 a: no exception
    harmful_substances = "harmful_substances"
    harmful_radiation = "harmful_radiation"
    hidden_accident_risk = "hidden_accident_risk"
    ionising_radiation = "ionising_radiation"
    high_pressure = "high_pressure"
    biological_agents = "biological_agents"
    dangerous_chemicals = "dangerous_chemicals"
    lead_or_asbestos = "lead_or_asbestos"
    explosives = "explosives"
    dangerous_animals = "dangerous_animals"
    industrial_slaughter = "industrial_slaughter"
    gas_handling = "gas_handling"
    chemical_vats = "chemical_vats"
    collapse = "collapse"
    high_voltage = "high_voltage"
    machine_paced_piecework = "machine_paced_piecework"
    dangerous_equipment = "dangerous_equipment"  # letters q–u: truck, crane, digger, saws …


class ReadPurpose(StrEnum):
    """Why somebody looked at a candidate; the candidate reads it in plain words."""

    follow_up = "follow_up"  # knowing and keeping the profile
    find_place = "find_place"  # finding places for the person
    find_person = "find_person"  # finding people for a place
    answer_yes = "answer_yes"  # an employer meets someone who said yes
    agreement = "agreement"  # making and keeping the agreement and its follow-up


class ReadWhat(StrEnum):
    """How much of a candidate was seen."""

    list_entry = "list_entry"  # first name and where the person stands, in a list
    card = "card"  # what matching uses: hours, travel, skills, adaptations
    profile = "profile"  # everything that is kept
    proposal = "proposal"  # one proposal and its answer
    disclosed = "disclosed"  # only what the candidate shares with an employer
    placement = "placement"  # agreement, follow-up, ending


class SharedItem(StrEnum):
    """What a candidate's yes lets one employer see."""

    first_name = "first_name"
    phone = "phone"
    email = "email"
    adaptations = "adaptations"


class NoReason(StrEnum):
    """Why a candidate says no; choosing one is voluntary, and there is no free text to write too much in."""

    too_far = "too_far"
    hours = "hours"
    tasks = "tasks"
    workplace = "workplace"
    not_now = "not_now"
    other = "other"


class PoliceCertificateBasis(StrEnum):
    """Which law makes an employer ask to see a police certificate. It is shown to the employer, never stored (R7)."""

    kindergarten = "kindergarten"
    school = "school"
    health_and_care = "health_and_care"
    child_welfare = "child_welfare"
    leisure_with_children = "leisure_with_children"


class HoursBand(StrEnum):
    """How much work somebody is looking for, in hours a week."""

    up_to_15 = "up_to_15"
    from_15_to_30 = "from_15_to_30"
    over_30 = "over_30"


class LowerAgeBasis(StrEnum):
    """Which law gives an opening its lower age; without one an advert may not state any."""

    tasks = "tasks"  # a task that the law reserves by age
    hazards = "hazards"  # dangerous work
    hours = "hours"  # hours that are closed to people under 18
    nav_measures = "nav_measures"  # work training is a NAV measure
