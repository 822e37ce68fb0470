"""The access lists, one for each audience; each stands beside the routes it guards."""

from app.access.rules import Access, everyone
from app.api.access import ACCESS as API
from app.auth.access import ACCESS as AUTH
from app.candidate.access import ACCESS as CANDIDATE
from app.certifier.access import ACCESS as CERTIFIER
from app.counsellor.access import ACCESS as COUNSELLOR
from app.county.access import ACCESS as COUNTY
from app.demo.access import ACCESS as DEMO
from app.development.access import ACCESS as DEVELOPMENT
from app.employer.access import ACCESS as EMPLOYER
from app.health.access import ACCESS as HEALTH
from app.public.access import ACCESS as PUBLIC

STATIC: dict[str, Access] = {"static": everyone("style sheets, scripts and fonts")}

LISTS: tuple[dict[str, Access], ...] = (
    STATIC,
    PUBLIC,
    AUTH,
    EMPLOYER,
    CANDIDATE,
    COUNSELLOR,
    CERTIFIER,
    COUNTY,
    API,
    HEALTH,
    DEMO,
    DEVELOPMENT,
)
