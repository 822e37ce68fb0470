"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.certifier import assessment_areas, assessments

__all__ = ["assessment_areas", "assessments"]
