"""The closed lists of matching: kinds of place, occupations, skills, adaptations."""
