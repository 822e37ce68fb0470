"""The one who asks: a signed-in user with the roles held now, or nobody."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role
from register.sign_in.models import UserSession


@dataclass(frozen=True)
class Principal:
    """A signed-in user and their living roles."""

    user: User
    grants: tuple[RoleGrant, ...]
    entered: UserSession | None = None
    """The session that they came in by; None in the request that opens it."""

    @property
    def id(self) -> uuid.UUID:
        """The user's id."""
        return self.user.id

    @property
    def came_in_at(self) -> datetime | None:
        """When the session began; None in the request that opens it."""
        return self.entered.created_at if self.entered else None

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every role held anywhere."""
        return frozenset(grant.role for grant in self.grants)

    def grant_in_organisation(self, orgnr: str) -> RoleGrant | None:
        """The role held in the organisation with this number, with the organisation."""
        held = self.organisation_grants
        return next((one for one in held if one.organisation is not None and one.organisation.orgnr == orgnr), None)

    def role_in_organisation(self, orgnr: str) -> Role | None:
        """The role held in the organisation with this number."""
        grant = self.grant_in_organisation(orgnr)
        return grant.role if grant else None

    @cached_property
    def organisation_grants(self) -> tuple[RoleGrant, ...]:
        """The employer roles."""
        return tuple(grant for grant in self.grants if grant.organisation_id is not None)

    @cached_property
    def office_ids(self) -> frozenset[uuid.UUID]:
        """The NAV offices where the person is a counsellor."""
        return frozenset(grant.nav_office_id for grant in self._at_offices(Role.COUNSELLOR) if grant.nav_office_id)

    def leads_office(self, office_id: uuid.UUID) -> bool:
        """Whether the person is leader of this NAV office, which shows them no candidates."""
        return any(grant.nav_office_id == office_id for grant in self._at_offices(Role.OFFICE_LEADER))

    def _at_offices(self, role: Role) -> list[RoleGrant]:
        return [grant for grant in self.grants if grant.role is role]
