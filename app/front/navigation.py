"""What stands around the content of a page: navigation, who is signed in, languages, the demo's notice."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.front.home import homes_of
from app.kernel.addresses import referring_path
from app.kernel.audiences import access_of
from app.kernel.auth import principal
from app.kernel.context import settings
from app.kernel.house import house
from app.kernel.language import LANGUAGE_NAMES, choose
from app.kernel.principal import Principal
from app.words.filters import JOBS_GOAL
from register.sign_in.sessions import CANDIDATES_IDLE
from register.sign_in.types import CANDIDATES_DOORS

FOOTER: tuple[tuple[str, LazyString], ...] = (
    ("public.progress_page", _l("Fremdrift mot %(goal)s jobber", goal=JOBS_GOAL)),
    ("public.privacy", _l("Personvern")),
    ("public.accessibility", _l("Tilgjengelighet")),
    ("public.open_data", _l("Åpne data")),
)


OF_ONE = {"employer": "orgnr", "office": "office_id"}
"""Audiences whose pages are those of one employer or office, which stands in the address under this name."""


@dataclass(frozen=True)
class Link:
    """One entry of a navigation."""

    label: LazyString | str
    url: str
    current: bool
    icon: str = "circle"
    members: tuple["Link", ...] = ()
    """What stands under it, when it is a group; it leads to the first of them."""


@dataclass(frozen=True)
class SignedIn:
    """What the header shows of the person."""

    name: str
    roles: list[tuple[str, str]]
    idle_seconds: int
    """After so long without use the session ends."""


def register(app: Flask) -> None:
    """Give every template what its layout needs."""
    app.context_processor(_surroundings)


def _surroundings() -> dict[str, Any]:
    if not request:
        return {}
    who = principal()
    return {
        "demo": settings().is_demo,
        "languages": _languages(),
        "navigation": _navigation(),
        "footer_navigation": [(text, url_for(endpoint)) for endpoint, text in FOOTER],
        "signed_in": SignedIn(who.user.display_name, _own_pages(who), _idle_seconds(who)) if who else None,
    }


def _own_pages(who: Principal) -> list[tuple[str, str]]:
    return [*((home.label, home.url) for home in homes_of(who)), (_("Kontoen din"), url_for("auth.account"))]


def _idle_seconds(who: Principal) -> int:
    by_candidate = who.entered is not None and who.entered.door in CANDIDATES_DOORS
    return int((CANDIDATES_IDLE if by_candidate else settings().staff_idle).total_seconds())


def _languages() -> list[tuple[str, str, str, bool]]:
    current = choose()
    here = _here()
    return [
        (code.value, name, url_for("public.set_language", code=code.value, neste=here), code is current)
        for code, name in LANGUAGE_NAMES.items()
    ]


def _here() -> str:
    """The page that is read, also when it answers a form that was sent to an address of its own."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if request.url_rule is not None and "GET" in (request.url_rule.methods or ()):
        return request.path
    return referring_path() or "/"


def _navigation() -> list[Link]:
    """The audience's pages that this person's roles could open."""
    audience = request.blueprint or "public"
    who = principal()
    here = request.view_args or {}
    of = OF_ONE.get(audience)
    if of is not None and of not in here:
        return []
    arguments = {of: here[of]} if of is not None else {}
    grouped: dict[str, list[Link]] = {}
    for entry in house().menus.get(audience) or house().menus["public"]:
        access = access_of(current_app, entry.endpoint)
        if access is not None and access.admits(who):
            url = url_for(entry.endpoint, **arguments)
            link = Link(entry.label, url, _is_current(entry.endpoint), entry.icon)
            grouped.setdefault(str(entry.group or entry.endpoint), []).append(link)
    return [_together(name, links) for name, links in grouped.items()]


def _together(name: str, links: list[Link]) -> Link:
    """One entry for a group; who reaches one page of it alone sees that page's own."""
    if len(links) == 1:
        return links[0]
    return Link(name, links[0].url, any(link.current for link in links), members=tuple(links))


def _is_current(endpoint: str) -> bool:
    """A page belongs to the entry whose name it begins with: `employer.opening_edit` to `employer.openings`."""
    here = request.endpoint or ""
    return here == endpoint or (not endpoint.endswith(".front") and here.startswith(endpoint.removesuffix("s")))
