"""The employer whose number stands in the address, and what the one who asks is there."""

from typing import Any

from flask import request

from app.kernel.audiences import employer as pages
from app.kernel.auth import principal, signed_in_principal
from ground.errors import NotFound
from register.organisations.models import Organisation
from register.roles.types import Role


def current_organisation() -> Organisation:
    """The organisation of the address; the access list has made sure that the person has a role there."""
    orgnr = (request.view_args or {}).get("orgnr")
    for grant in signed_in_principal().organisation_grants:
        if grant.organisation is not None and grant.organisation.orgnr == orgnr:
            return grant.organisation
    raise NotFound


def is_leader() -> bool:
    """Whether the one who asks is leader in the organisation of the address."""
    orgnr = str((request.view_args or {}).get("orgnr"))
    return signed_in_principal().role_in_organisation(orgnr) is Role.LEADER


@pages.context_processor
def _for_templates() -> dict[str, Any]:
    """Every page under an employer's address knows `organisation` and `is_leader`."""
    if not request or "orgnr" not in (request.view_args or {}) or principal() is None:
        return {}
    try:
        return {"organisation": current_organisation(), "is_leader": is_leader()}
    except NotFound:  # an error page under a foreign address
        return {}
