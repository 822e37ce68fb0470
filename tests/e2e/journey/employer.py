"""The employer of the journey and its two people."""

from dataclasses import dataclass

from tests.e2e.visitor import Visitor


@dataclass
class Employer:
    """An employer with a leader and a colleague, each at a browser of their own."""

    orgnr: str
    name: str
    leader: Visitor
    colleague: Visitor

    @property
    def home(self) -> str:
        """Where the employer's pages begin."""
        return f"/arbeidsgiver/{self.orgnr}/"
