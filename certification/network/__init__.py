"""The network of certified employers: how one takes part, gatherings, sign-ups."""
