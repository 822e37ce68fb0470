"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.county import (
    authority,
    cases,
    certificates,
    decisions,
    editions,
    gatherings,
    jobs,
    offices,
    organisations,
    overview,
    users,
)

__all__ = [
    "authority",
    "cases",
    "certificates",
    "decisions",
    "editions",
    "gatherings",
    "jobs",
    "offices",
    "organisations",
    "overview",
    "users",
]
