"""Forgetting, by the clock, what opens nothing any more."""

from app.kernel.jobs import one_by_one
from matching.doors.devices import forget_devices
from matching.doors.forgotten import forget_codes
from matching.doors.links import forget_links


def forget_old_doors() -> None:
    """Remove links, telephones and codes that have opened nothing for long."""
    one_by_one("forget_old_doors", (forget_links, forget_devices, forget_codes), lambda act, do: do(act))
