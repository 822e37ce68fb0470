"""What every page under an employer's address shows: the employer, and what the one who asks is there."""

from typing import Any

from flask import request

from app.kernel.audiences import employer as pages
from app.kernel.auth import principal
from register.roles.types import Role


@pages.context_processor
def _for_templates() -> dict[str, Any]:
    """`organisation` and `is_leader`; an error page under a foreign address knows neither."""
    who, address = principal() if request else None, request.view_args or {} if request else {}
    grant = who.grant_in_organisation(str(address.get("orgnr"))) if who else None
    return {"organisation": grant.organisation, "is_leader": grant.role is Role.LEADER} if grant else {}
