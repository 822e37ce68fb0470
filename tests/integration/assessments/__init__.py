"""Assessments: from the first answer to the decision."""
