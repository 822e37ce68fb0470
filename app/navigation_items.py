"""The entries of each audience's navigation, in order."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

NAVIGATION: dict[str, tuple[tuple[str, LazyString], ...]] = {
    "public": (
        ("public.openings", _l("Ledige plasser")),
        ("public.certified", _l("Virksomheter")),
        ("public.progress_page", _l("Fremdrift")),
    ),
    "employer": (
        ("employer.front", _l("Oversikt")),
        ("employer.assessment", _l("Sertifisering")),
        ("employer.network", _l("Nettverk")),
        ("employer.workplaces", _l("Arbeidssteder")),
        ("employer.openings", _l("Plasser")),
        ("employer.candidates", _l("Kandidater")),
        ("employer.placements_list", _l("Plasseringer")),
        ("employer.colleagues", _l("Kolleger")),
    ),
    "candidate": (
        ("candidate.front", _l("Hjem")),
        ("candidate.profile", _l("Om meg")),
        ("candidate.readers", _l("Hvem har sett")),
    ),
    "counsellor": (
        ("counsellor.front", _l("Kandidater")),
        ("counsellor.openings", _l("Plasser")),
        ("counsellor.placements_list", _l("Plasseringer")),
    ),
    "certifier": (("certifier.front", _l("Mine saker")),),
    "county": (
        ("county.front", _l("Oversikt")),
        ("county.assessments", _l("Saker")),
        ("county.certificates", _l("Sertifikater")),
        ("county.gatherings", _l("Samlinger")),
        ("county.editions", _l("Kriterier")),
        ("county.jobs", _l("Jobbene")),
        ("county.authority_requests", _l("Fullmakter")),
        ("county.organisations", _l("Virksomheter")),
        ("county.users", _l("Brukere")),
        ("county.offices", _l("Nav-kontorer")),
    ),
}

ICONS = {
    "candidate.front": "home",
    "candidate.profile": "person",
    "candidate.readers": "eye",
}

FOOTER: tuple[tuple[str, LazyString], ...] = (
    ("public.progress_page", _l("Fremdrift mot 1000 jobber")),
    ("public.privacy", _l("Personvern")),
    ("public.accessibility", _l("Tilgjengelighet")),
    ("public.open_data", _l("Åpne data")),
)
