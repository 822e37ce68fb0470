"""The closed lists from which employers and young people choose. Depends on nothing."""

from enum import StrEnum


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
