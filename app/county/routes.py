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
from app.county.blueprint import blueprint

__all__ = [
    "authority",
    "blueprint",
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
