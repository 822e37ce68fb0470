"""The closed lists of matching: occupations and skills."""
