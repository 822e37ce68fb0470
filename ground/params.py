"""The values that go with a code, from which the web makes a sentence; all of them can be written as JSON."""

from collections.abc import Mapping

Value = str | int | tuple[str, ...]
Params = Mapping[str, Value]
