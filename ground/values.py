"""The base of values that come from a file: nothing unknown in them, and nothing changes after reading."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: unknown keys are errors, and it never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
