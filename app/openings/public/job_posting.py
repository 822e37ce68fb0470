"""A paid, public opening as schema.org JobPosting, for search engines."""

from collections.abc import Sequence
from typing import Any

from flask_babel import force_locale
from markupsafe import escape

from app.kernel.translate import _
from app.openings.words import OpeningWords
from ground.dates import NORWAY
from matching.catalogue.kinds import OpeningKind

FULL_TIME_FROM = 35
"""Hours a week from which a job is called full time."""

TEMPORARY = frozenset({OpeningKind.TEMPORARY_JOB, OpeningKind.SUMMER_JOB})


def job_posting(words: OpeningWords, address: str) -> dict[str, Any]:
    """The opening in the vocabulary of schema.org, all of it in the language that the employer wrote in.

    Raises ValueError for an unpaid opening, which is no job.
    """
    with force_locale(words.opening.written_in.value):
        return _in_its_language(words, address)


def _in_its_language(words: OpeningWords, address: str) -> dict[str, Any]:
    opening = words.opening
    if not opening.kind.paid:
        raise ValueError("an unpaid opening is never a JobPosting")
    posting: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": opening.title,
        "description": _description(words),
        "identifier": {"@type": "PropertyValue", "name": "Plass", "value": str(opening.id)},
        "datePosted": opening.published_at.astimezone(NORWAY).date().isoformat() if opening.published_at else None,
        "validThrough": f"{opening.expires_on}T23:59:59" if opening.expires_on else None,
        "employmentType": _employment_types(words),
        "hiringOrganization": {
            "@type": "Organization",
            "name": words.employer,
            "identifier": opening.organisation.orgnr,
        },
        "jobLocation": {"@type": "Place", "name": words.workplace, "address": _address(words)},
        "totalJobOpenings": opening.positions,
        "workHours": "; ".join(words.shifts) or words.hours,
        "occupationalCategory": words.occupation,
        "jobStartDate": opening.starts_on.isoformat() if opening.starts_on else None,
        "directApply": False,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address, "inLanguage": opening.written_in.value},
    }
    return {name: value for name, value in posting.items() if value not in (None, "")}


def _description(words: OpeningWords) -> str:
    """Simple HTML, as the vocabulary asks for."""
    parts = [_paragraph(words.opening.summary)]
    parts.append(_list(_("Dette skal du gjøre"), words.tasks))
    parts.append(_list(_("Dette må være på plass fra dag én"), words.must_have))
    parts.append(_list(_("Dette kan du lære her"), words.can_learn))
    parts.append(_list(_("Dette kan tilpasses for deg"), words.adaptations))
    return "".join(parts)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _list(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    return f"<p>{escape(title)}:</p><ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def _employment_types(words: OpeningWords) -> list[str]:
    opening = words.opening
    types = ["FULL_TIME" if (opening.hours_per_week_max or 0) >= FULL_TIME_FROM else "PART_TIME"]
    if opening.kind in TEMPORARY:
        types.append("TEMPORARY")
    return types


def _address(words: OpeningWords) -> dict[str, str]:
    place = words.opening.workplace
    parts = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.town or words.municipality,
        "addressRegion": "Akershus" if place.municipality_number else None,
        "addressCountry": "NO",
    }
    return {name: value for name, value in parts.items() if value}
