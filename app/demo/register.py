"""The demo's Enhetsregisteret: knows the fictional units, and asks the real one for all others."""

from dataclasses import dataclass

from app.demo.fiction import municipality, numbered_units, workplaces_below
from register.organisations.business_register import BusinessRegister, NoAnswer, PageBelow, Refused, RegisterAnswer
from register.organisations.types import Listed, RefusalReason


@dataclass(frozen=True)
class DemoBusinessRegister:
    """Answers for synthetic numbers itself, so that a registration can be tried without a network."""

    real: BusinessRegister

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity or ledd."""
        if known := numbered_units().get(orgnr):
            employer, unit = known
            return Refused(employer.refusal, employer.name) if employer.refusal else unit
        if part := municipality().get(orgnr):
            return part.unit
        for above, part in municipality().items():
            for workplace in part.workplaces:
                if workplace.orgnr == orgnr:
                    return Refused(RefusalReason.IS_WORKPLACE, workplace.name, above)
        return self.real.look_up(orgnr)

    def page_below(self, orgnr: str, listed: Listed, page: int) -> PageBelow | NoAnswer:
        """What lies right below a unit; a fictional one has a single page."""
        if part := municipality().get(orgnr):
            return (
                PageBelow(branches=part.parts) if listed is Listed.BRANCHES else PageBelow(workplaces=part.workplaces)
            )
        if orgnr in numbered_units():
            return PageBelow(workplaces=workplaces_below(orgnr) if listed is Listed.WORKPLACES else ())
        return self.real.page_below(orgnr, listed, page)
