"""The demo's Enhetsregisteret: knows the fictional units, and asks the real one for all others."""

from dataclasses import dataclass

from app.demo.fiction import numbered_units
from register.organisations.business_register import BusinessRegister, Refused, RegisterAnswer


@dataclass(frozen=True)
class DemoBusinessRegister:
    """Answers for synthetic numbers itself, so that a registration can be tried without a network."""

    real: BusinessRegister

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity."""
        known = numbered_units().get(orgnr)
        if known is None:
            return self.real.look_up(orgnr)
        employer, unit = known
        return Refused(employer.refusal, employer.name) if employer.refusal else unit
