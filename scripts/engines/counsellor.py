"""What a counsellor does, and not in the young person's browser: hands over a code to sign in with."""

from typing import NamedTuple

import httpx
from bs4 import BeautifulSoup, Tag

YOUNG = "main a[href*='/kandidater/']:not([href$='/ny'])"


class HandedOver(NamedTuple):
    """What the young person types the first time."""

    code: str
    birth_date: str


def hand_over_code(address: str) -> HandedOver:
    """Make a code for the first in the demo counsellor's list."""
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as browser:
        _send(browser, "/demo/", "form[action='/demo/logg-inn/veileder']")
        young = str(_only(_page(browser.get("/veileder/")), YOUNG)["href"])
        born = _only(_page(browser.get(f"{young}/rediger")), "[name=birth_date]")["value"]
        shown = _send(browser, f"{young}/kode", "main form")
        return HandedOver(_only(shown, ".code-shown").get_text(strip=True), str(born))


def _send(browser: httpx.Client, path: str, selector: str) -> BeautifulSoup:
    form = _only(_page(browser.get(path)), selector)
    fields = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[name]")}
    return _page(browser.post(str(form.get("action") or path), data=fields))


def _page(answer: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(answer.raise_for_status().text, "html.parser")


def _only(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select_one(selector)
    if found is None:
        raise LookupError(selector)
    return found
