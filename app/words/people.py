"""How a young person is told apart from others of the same first name, for those who work with many of them."""

from app.kernel.context import today
from app.kernel.translate import _
from matching.law.young_workers import age_on
from matching.records.tables.candidate import Candidate
from register.people.models import User


def told_apart(candidate: Candidate, keeper: User | None = None) -> str:
    """What stands beside the first name in a list of the staff: the age, and the initials of who follows them up.

    Surnames are not kept. `keeper` is left out where all in the list are followed up by the reader. For the staff
    alone: an employer is told no age.
    """
    age = _("%(age)s år", age=age_on(candidate.birth_date, today())) if candidate.birth_date else ""
    return ", ".join(part for part in (age, initials(keeper.display_name) if keeper else "") if part)


def named(candidate: Candidate, keeper: User | None = None) -> str:
    """The first name with what tells it apart, where both stand in one text: «Amina, 17 år»."""
    apart = told_apart(candidate, keeper)
    return f"{candidate.first_name}, {apart}" if apart else candidate.first_name


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name: «VL» for Vera Lund."""
    first, *others = name.split() or [""]
    return "".join(word[:1].upper() for word in (first, *others[-1:]))
