"""The answer of a rule: findings with a code and values, which the web turns into sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ground.params import Params, Value


class Severity(StrEnum):
    """`block` stops the act; `warn` lets it pass with a logged reason."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True)
class Finding:
    """One thing a rule has found. `field` names the input it concerns, where there is one."""

    severity: Severity
    code: StrEnum
    params: Params = field(default_factory=dict)
    field: str | None = None

    @property
    def blocks(self) -> bool:
        """Does it stop the act?"""
        return self.severity is Severity.BLOCK


def block(code: StrEnum, field: str | None = None, **params: Value) -> Finding:
    """A finding that stops the act."""
    return Finding(Severity.BLOCK, code, params, field)


def warn(code: StrEnum, field: str | None = None, **params: Value) -> Finding:
    """A finding that may be passed with a logged reason."""
    return Finding(Severity.WARN, code, params, field)


def anything_blocks(findings: Iterable[Finding]) -> bool:
    """Is there at least one finding that stops the act?"""
    return any(finding.blocks for finding in findings)
