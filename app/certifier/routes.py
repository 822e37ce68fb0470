"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.certifier import assessment_areas, assessments
from app.certifier.blueprint import blueprint

__all__ = ["assessment_areas", "assessments", "blueprint"]
