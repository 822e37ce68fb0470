"""Employers as Enhetsregisteret knows them, against recorded answers."""
