"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.employer import (
    assessment_areas,
    assessment_evidence,
    assessment_plan,
    assessments,
    authority,
    candidates,
    certificate,
    colleagues,
    network,
    opening_editing,
    opening_publishing,
    openings,
    overview,
    placements,
    proposal_answers,
    registration,
    workplaces,
)
from app.employer.blueprint import blueprint

__all__ = [
    "assessment_areas",
    "assessment_evidence",
    "assessment_plan",
    "assessments",
    "authority",
    "blueprint",
    "candidates",
    "certificate",
    "colleagues",
    "network",
    "opening_editing",
    "opening_publishing",
    "openings",
    "overview",
    "placements",
    "proposal_answers",
    "registration",
    "workplaces",
]
