"""Sentences for what the working-time rules find."""

from collections.abc import Mapping

from app.kernel.translate import _
from app.openings.values import day_name, hours_and_minutes
from app.words.filters import label
from ground.params import Value
from matching.law.types import NightException
from matching.law.young_workers import ShiftCode


def shift_sentence(code: ShiftCode, values: Mapping[str, Value]) -> str:
    """One sentence about shifts that break the law or need a reason."""
    day = day_name(values["day"]) if "day" in values else ""
    minutes = hours_and_minutes(values.get("minutes"))
    at_least = hours_and_minutes(values.get("at_least"))
    limit = hours_and_minutes(values.get("limit"))
    start, until = values.get("start", ""), values.get("until", "")
    match code:
        case ShiftCode.TOO_YOUNG:
            return _("Loven tillater ikke arbeid før fylte %(age)s år.", age=values["lowest"])
        case ShiftCode.DAY_LIMIT:
            return _("%(day)s: %(minutes)s arbeid er mer enn %(limit)s.", day=day, minutes=minutes, limit=limit)
        case ShiftCode.WEEK_LIMIT:
            return _("%(minutes)s arbeid i uken er mer enn %(limit)s.", minutes=minutes, limit=limit)
        case ShiftCode.FORBIDDEN_CLOCK:
            return _(
                "%(day)s: arbeid mellom kl. %(start)s og %(until)s er ikke tillatt.", day=day, start=start, until=until
            )
        case ShiftCode.NIGHT_REASON_MISSING:
            return _(
                "%(day)s: arbeid mellom kl. %(start)s og %(until)s er nattarbeid. Skriv hvorfor det er nødvendig.",
                day=day,
                start=start,
                until=until,
            )
        case ShiftCode.NIGHT_EXCEPTION_DOES_NOT_FIT:
            letter = label(NightException(str(values["letter"])))
            return _("%(day)s: unntaket «%(letter)s» gjelder ikke for denne plassen.", day=day, letter=letter)
        case ShiftCode.BREAK_MISSING:
            return _("%(day)s: det trengs minst %(at_least)s pause.", day=day, at_least=at_least)
        case ShiftCode.DAILY_REST:
            return _("%(day)s: det må være minst %(at_least)s fri før neste vakt.", day=day, at_least=at_least)
        case ShiftCode.WEEKLY_REST:
            return _("Det må være minst %(at_least)s sammenhengende fri hver uke.", at_least=at_least)
