"""The fields of an agreement, listed once: what is kept, asked, shown, compared and taken along follows from here."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from matching.catalogue.kinds import ContractType
from matching.records.tables.placement import Agreement


@dataclass(frozen=True)
class AgreementContent:
    """What an agreement says, in the order in which it is shown. A field has the name of its column.

    What is left out is what an agreement says that nobody has written in.
    """

    contract_type: ContractType | None = None
    contract_reference: str = ""
    contract_date: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    hours_per_week: float | None = None
    schemes: tuple[str, ...] = ()
    mentor_name: str = ""
    plan: str = ""
    schemes_end_on: date | None = None
    risk_assessed_on: date | None = None
    guardian_consent_on: date | None = None


NAMES = tuple(field.name for field in fields(AgreementContent))


def content_from(values: Mapping[str, Any]) -> AgreementContent:
    """The content among these values, as a form has them; a name that is not there or holds None says nothing."""
    said: dict[str, Any] = {name: values[name] for name in NAMES if values.get(name) is not None}
    for name, value in said.items():
        said[name] = tuple(value) if isinstance(value, list) else value
    return AgreementContent(**said)


def content_of(agreement: Agreement) -> AgreementContent:
    """What the agreement says now."""
    return content_from({name: getattr(agreement, name) for name in NAMES})


def write_content(agreement: Agreement, content: AgreementContent) -> None:
    """Let the agreement say this; its table keeps lists where a value has tuples."""
    for name in NAMES:
        value = getattr(content, name)
        setattr(agreement, name, list(value) if isinstance(value, tuple) else value)


def differences(one: AgreementContent, other: AgreementContent) -> list[str]:
    """The names of the fields in which they differ."""
    return [name for name in NAMES if getattr(one, name) != getattr(other, name)]
