"""All tests of Plass."""
