"""The outside world: Enhetsregisteret, mail and the clock, each behind a Protocol."""
