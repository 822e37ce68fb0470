"""What all forms share: base class, validators, the guard against a repeated submit."""
