"""What kind of browser asks, in plain words, and by what it is known again: nothing else of what it says of itself."""

from typing import NamedTuple

from flask import request
from werkzeug.wrappers import Response

from app.kernel.long_cookies import keep_cookie, read_cookie
from app.kernel.translate import _
from ground.secrets import new_token

UNKNOWN = "other"


class Kind(NamedTuple):
    """A kind of browser or system: our word for it, its name, and what stands in the User-Agent of it."""

    word: str
    name: str
    mark: str


BROWSERS = (
    Kind("edge", "Edge", "Edg"),
    Kind("opera", "Opera", "OPR/"),
    Kind("samsung", "Samsung Internet", "SamsungBrowser"),
    Kind("firefox", "Firefox", "Firefox/"),
    Kind("firefox", "Firefox", "FxiOS"),
    Kind("chrome", "Chrome", "CriOS"),
    Kind("chrome", "Chrome", "Chrome/"),
    Kind("safari", "Safari", "Safari/"),
)
SYSTEMS = (
    Kind("iphone", "iPhone", "iPhone"),
    Kind("ipad", "iPad", "iPad"),
    Kind("android", "Android", "Android"),
    Kind("windows", "Windows", "Windows"),
    Kind("chromeos", "ChromeOS", "CrOS"),
    Kind("mac", "Mac", "Macintosh"),
    Kind("linux", "Linux", "Linux"),
)
"""The first that fits: many call themselves what they are not besides, as Chrome calls itself Safari."""


def kind_of_browser() -> str:
    """Our word for the browser of this request, as `firefox-windows`: what is kept, and put in mails."""
    says = request.user_agent.string
    return "-".join(next((kind.word for kind in kinds if kind.mark in says), UNKNOWN) for kinds in (BROWSERS, SYSTEMS))


def written_browser(word: str) -> str:
    """The same as people say it, inside a sentence: «Firefox på Windows»."""
    browser, _dash, system = word.partition("-")
    name = next((kind.name for kind in BROWSERS if kind.word == browser), "")
    on = next((kind.name for kind in SYSTEMS if kind.word == system), "")
    if name and on:
        return _("%(browser)s på %(system)s", browser=name, system=on)
    if on:
        return _("en nettleser på %(system)s", system=on)
    return name or _("en ukjent nettleser")


KEPT_AS = "browser"
YEAR = 365 * 24 * 3600


def token_of_browser() -> str:
    """What this browser and no other holds, so that it is known again; a new one where there is none."""
    return read_cookie(KEPT_AS) or new_token()


def keep_in_browser(response: Response, token: str) -> None:
    """Let the browser hold it for a year from now. It opens nothing and tells of nobody; wiping it does no harm."""
    keep_cookie(response, KEPT_AS, token, seconds=YEAR)
