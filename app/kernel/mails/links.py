"""The address that a mail leads to: the domain names a kind, a party and ids, a subject its pages."""

from collections.abc import Mapping
from typing import Any

from app.kernel.addresses import full_address
from app.kernel.context import settings
from app.kernel.house import house


def link_of(kind: str, params: Mapping[str, Any]) -> str:
    """The address that a mail with these values leads to.

    A row that was put in the outbox before the web chose the page holds a `path`, or `candidate` for what is
    `candidate_id` now; it may still wait, and is sent like the others. Raises LookupError for values that lead nowhere.
    """
    if "path" in params:
        return settings().address + str(params["path"])
    if "candidate" in params:
        params = {**params, "candidate_id": params["candidate"]}
    for page in house().mails[kind]:
        if page.fits(params):
            return full_address(page.endpoint, **page.address_values(params))
    raise LookupError(f"no page for {kind} with {sorted(params)}")
