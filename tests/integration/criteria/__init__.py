"""The criteria: an edition that is published stays as it is."""
