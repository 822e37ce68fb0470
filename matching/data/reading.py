"""Reads a data file that lies beside this one and validates it with pydantic."""

from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FOLDER = Path(__file__).parent
MINUTES_IN_DAY = 24 * 60


class DataModel(BaseModel):
    """A piece of a data file: unknown keys are errors, and nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Names(DataModel):
    """What something is called in bokmål, nynorsk and English; all three are required."""

    nb: str = Field(min_length=1)
    nn: str = Field(min_length=1)
    en: str = Field(min_length=1)


def _minutes_from_clock(value: object) -> object:
    """Turn "20:00" into 1200; "24:00" is the end of the day. YAML reads an unquoted 20:00 as a number."""
    if not isinstance(value, str):
        raise ValueError("write clock times in quotes, as 'HH:MM'")
    hours, _, minutes = value.partition(":")
    return int(hours) * 60 + int(minutes)


Clock = Annotated[int, BeforeValidator(_minutes_from_clock), Field(ge=0, le=MINUTES_IN_DAY)]
"""A time of day in minutes after midnight, written "HH:MM" in the file."""

Model = TypeVar("Model", bound=BaseModel)


def read_yaml(name: str, model: type[Model]) -> Model:
    """The file `name` in this folder as a `model`; raises pydantic's ValidationError when it does not fit."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return model.model_validate(yaml.load(text, Loader=loader))  # noqa: S506  (a safe loader, compiled or not)
