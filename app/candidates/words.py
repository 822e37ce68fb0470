"""A profile as rows of words: what was answered, and None where nobody has asked."""

from collections.abc import Collection, Iterable
from datetime import time
from enum import StrEnum

from flask_babel import format_time

from app.kernel.translate import _
from app.words.catalogue import skill_name
from app.words.filters import label, lower_first, written_date, written_hours
from app.words.lists import joined
from matching.catalogue.choices import Adaptation, InterestArea, TravelMode, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.records.profiles import Profile
from register.organisations.municipalities import municipality_name

Row = tuple[str, str | None]


def profile_rows(profile: Profile) -> list[Row]:
    """Everything that is kept, question by question."""
    return [*person_rows(profile), *wish_rows(profile), *time_rows(profile), *ability_rows(profile)]


def person_rows(profile: Profile) -> list[Row]:
    """Who it is."""
    finished = {True: _("Ja"), False: _("Nei"), None: None}[profile.finished_year_10]
    return [
        (_("Fornavn"), profile.first_name),
        (_("Fødselsdato"), written_date(profile.birth_date)),
        (_("Ferdig med 10. trinn"), finished),
        (_("Bor i"), municipality_name(profile.municipality_number)),
        (_("Telefon"), profile.phone),
        (_("E-post"), profile.email),
    ]


def wish_rows(profile: Profile) -> list[Row]:
    """What the person wants."""
    return [
        (_("Med egne ord"), profile.wishes or None),
        (_("Liker"), _labels(InterestArea, profile.interests)),
        (_("Vil helst ikke"), _labels(InterestArea, profile.disliked)),
        (_("Hva slags plass"), _labels(OpeningKind, profile.kinds_wanted)),
    ]


def time_rows(profile: Profile) -> list[Row]:
    """When and how far."""
    return [
        (_("Timer i uken"), _hours(profile.hours_per_week_min, profile.hours_per_week_max)),
        (_("Kan begynne"), written_date(profile.can_start_on) or None),
        (_("Dager som passer"), _labels(Weekday, profile.days)),
        (_("Tid på dagen"), _times(profile.earliest_start, profile.latest_end)),
        (
            _("Lengste reise"),
            _("%(n)s minutter", n=profile.max_travel_minutes) if profile.max_travel_minutes else None,
        ),
        (_("Måter å komme seg på jobb"), _labels(TravelMode, profile.travel_modes)),
    ]


def ability_rows(profile: Profile) -> list[Row]:
    """What the person can, wants to learn and needs."""
    nothing = _("Ingenting må tilpasses") if profile.adaptations == frozenset() else None
    return [
        (_("Kan"), _skills(profile.skills)),
        (_("Kan ikke"), _skills(profile.lacks_skills)),
        (_("Vil lære"), _skills(profile.wants_to_learn)),
        (_("Må tilpasses"), _labels(Adaptation, profile.adaptations) or nothing),
    ]


def question(name: str) -> str:
    """What is asked first (`ASKED_FIRST`), in a few words."""
    return {
        "interests": _("Interesser"),
        "kinds_wanted": _("Hva slags plass"),
        "hours_per_week_max": _("Timer i uken"),
        "days": _("Dager som passer"),
        "max_travel_minutes": _("Lengste reise"),
        "skills": _("Kan"),
        "adaptations": _("Må tilpasses"),
    }[name]


def _labels(kind: type[StrEnum], words: Collection[str] | None) -> str | None:
    """In the order of the form, and last what this version does not know."""
    if not words:
        return None
    ordered = [*(one for one in kind if one in words), *sorted(set(words) - set(kind))]
    return _sentence(label(one) for one in ordered)


def _skills(codes: Iterable[str] | None) -> str | None:
    return _sentence(skill_name(code) for code in sorted(codes)) if codes else None


def _sentence(parts: Iterable[str]) -> str:
    words = joined(lower_first(part) for part in parts)
    return words[:1].upper() + words[1:]


def _hours(fewest: int | None, most: int | None) -> str | None:
    if fewest and most:
        return _("%(fewest)s–%(most)s timer", fewest=fewest, most=most)
    if most:
        return _("Høyst %(hours)s", hours=written_hours(most))
    return _("Minst %(hours)s", hours=written_hours(fewest)) if fewest else None


def _times(earliest: time | None, latest: time | None) -> str | None:
    start = format_time(earliest, "HH:mm") if earliest else None
    end = format_time(latest, "HH:mm") if latest else None
    if start and end:
        return _("Fra kl. %(start)s til kl. %(end)s", start=start, end=end)
    if start:
        return _("Tidligst kl. %(start)s", start=start)
    return _("Senest kl. %(end)s", end=end) if end else None
