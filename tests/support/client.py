"""A test client that checks every page it fetches, signs people in, and fills in forms as a person would."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.kernel.auth import SignedInUser
from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.support.led_on import tells_why
from tests.support.pages import check_page, parsed
from tests.support.world import StoppedClock


class PageClient:
    """A browser without a screen. The last page fetched is in `page`, its answer in `response`."""

    def __init__(self, client: FlaskClient, session: Session, clock: StoppedClock) -> None:
        self.client = client
        self.session = session
        self.clock = clock
        self.page = parsed("")
        self.response: TestResponse

    def sign_in(self, user: User, *, held_since: datetime | None = None) -> "PageClient":
        """Sign a user in without the mail; by something that was made some time ago, if it is said when."""
        token = open_session(Act(self.session, None, self.clock.now()), user=user, held_since=held_since)
        self.session.commit()
        with self.client.session_transaction() as cookie:
            cookie.clear()
            cookie["_user_id"] = SignedInUser(user, token).get_id()
            cookie["_fresh"] = True
        return self

    def sign_out(self) -> None:
        """Forget the cookie."""
        with self.client.session_transaction() as cookie:
            cookie.clear()

    def get(self, address: str, status: int = 200, **options: Any) -> BeautifulSoup:
        """Fetch a page, following redirects, and check it."""
        return self._fetch("GET", address, status, **options)

    def post(
        self, address: str, data: Mapping[str, Any] | None = None, status: int = 200, **options: Any
    ) -> BeautifulSoup:
        """Post raw values with the CSRF token of the last page, following redirects."""
        values = {"csrf_token": self.csrf_token(), **(data or {})}
        return self._fetch("POST", address, status, data=values, **options)

    def submit(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        button: str | None = None,
        form: str | None = None,
        status: int = 200,
    ) -> BeautifulSoup:
        """Fill in a form on the last page and press a button.

        `form` is a CSS selector when the page has several; `button` the words on the button (its name and value are
        sent). `values` replace what the form holds; a list sends several; a name that the form lacks is a mistake.
        """
        element = self._form(form, button)
        data = filled_in(element)
        for name, value in (values or {}).items():
            assert element.find(attrs={"name": name}) is not None, f"no field {name} in the form"
            data[name] = value
        if button is not None:
            pressed = _button(element, button)
            assert pressed is not None
            if pressed.get("name"):
                data[str(pressed["name"])] = pressed.get("value", "")
        address = str(element.get("action") or self.address)
        if str(element.get("method", "get")).lower() == "post":
            return self._fetch("POST", address, status, data=data)
        return self._fetch("GET", address, status, query_string=data)

    def fields(self, form: str | None = None, *, button: str | None = None) -> dict[str, Any]:
        """What a form on the last page would send as it stands, as script does that sends it by itself."""
        return filled_in(self._form(form, button))

    def csrf_token(self) -> str:
        """The token on the last page; pages without a form get it from the sign-in page."""
        field = self.page.find("input", attrs={"name": "csrf_token"})
        if not isinstance(field, Tag):
            answer = self.client.get("/logg-inn", follow_redirects=True)
            field = parsed(answer.text).find("input", attrs={"name": "csrf_token"})
        return str(field["value"]) if isinstance(field, Tag) else ""

    @property
    def address(self) -> str:
        """Path and query of the last page, after redirects."""
        request = self.response.request
        return request.full_path.rstrip("?")

    @property
    def text(self) -> str:
        """All words of the page's main part, white space made single."""
        main = self.page.find("main") or self.page
        return " ".join(main.get_text(" ").split())

    @property
    def words_alike(self) -> str:
        """The words without the reference that error pages carry: two pages that look the same have the same."""
        return re.sub(r"referansen \w+", "", self.text)

    def _fetch(self, method: str, address: str, status: int, **options: Any) -> BeautifulSoup:
        self.session.commit()
        self.response = self.client.open(address, method=method, follow_redirects=True, **options)
        self.session.expire_all()
        assert self.response.status_code == status, f"{method} {address}: {self.response.status_code}, not {status}"
        if self.response.mimetype == "text/html":
            self.page = check_page(self.response.text, address)
        if method == "POST" and status == 200 and not self.response.history:
            assert tells_why(self.page, options.get("data") or {}), f"{address} answers a form with a page: {self.text}"
        return self.page

    def _form(self, selector: str | None, button: str | None) -> Tag:
        if selector:
            found = self.page.select_one(selector)
            assert found is not None, f"no form {selector}"
            return found
        main = self.page.find("main")
        assert isinstance(main, Tag)
        forms = [form for form in main.find_all("form") if button is None or _button(form, button) is not None]
        assert len(forms) == 1, f"{len(forms)} forms fit on {self.address}; say which"
        return forms[0]


def _button(form: Tag, words: str) -> Tag | None:
    for button in form.find_all("button"):
        if words in " ".join(button.get_text(" ").split()):
            return button  # type: ignore[no-any-return]  # bs4 is loosely typed
    return None


def filled_in(form: Tag) -> dict[str, Any]:
    """What a form would send as it stands."""
    data: dict[str, Any] = {}

    def add(name: str, value: str) -> None:
        data.setdefault(name, []).append(value)

    for field in form.find_all("input"):
        name, kind = field.get("name"), field.get("type", "text")
        if not name or kind in {"submit", "button", "file"}:
            continue
        if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        add(name, field.get("value", "on" if kind == "checkbox" else ""))
    for area in form.find_all("textarea"):
        if area.get("name"):
            add(area["name"], area.get_text().removeprefix("\n"))
    for choice in form.find_all("select"):
        chosen = choice.find_all("option", selected=True) or choice.find_all("option")[:1]
        for option in chosen:
            add(choice["name"], option.get("value", option.get_text()))
    return data
