"""Who is signed in: Flask-Login keeps the session's secret in the cookie, the database says whose it is."""

from flask import Flask, Response, after_this_request, g, has_request_context
from flask import session as cookie
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from app.kernel.context import now, settings
from app.kernel.database import afterwards, own_transaction, session
from app.kernel.long_cookies import keep_cookie, read_cookie
from app.kernel.principal import Principal
from ground.act import Act
from ground.texts import Locale
from register.people.accounts import choose_language
from register.people.models import User
from register.roles import grants as roles
from register.roles.types import STAFF_ROLES
from register.sign_in import sessions
from register.sign_in.drafts import drafts_of
from register.sign_in.models import UserSession
from register.sign_in.types import Door

login_manager = LoginManager()
PERSON = "person"
"""Stands in the cookie of whoever is signed in, so that all their browsers are one sender (`app.kernel.limits`)."""
CSRF_TOKEN = "csrf_token"  # noqa: S105  # the name under which it stands in the cookie
LANGUAGE = "language"
"""The language of the pages in this browser while nobody is signed in; of who was, until another is chosen."""
CHOSEN_AT_THE_DOOR = "language_chosen"
"""Somebody unknown has chosen the language here: it goes to the account of whoever signs in, and to no other."""
OF_THE_BROWSER = (LANGUAGE, CHOSEN_AT_THE_DOOR)
"""What stands in the cookie and belongs to no person."""
STAFF_COOKIE, STAFF_COOKIE_SECONDS = "staff", 365 * 24 * 3600
"""Stands in a browser where staff have signed in (NAV, county, certifiers): it is no young person's telephone."""
HAS_DRAFTS = "has_drafts"
"""Stands in the cookie of those for whom something is kept (`app.kernel.drafts`); nobody else is asked for it."""


def register(app: Flask) -> None:
    """Connect Flask-Login."""
    login_manager.init_app(app, add_context_processor=False)  # templates are told who is there by `principal`


class SignedInUser(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """What Flask-Login keeps: the secret of the session, not the number of the user."""

    def __init__(self, user: User, token: str, entered: UserSession | None = None) -> None:
        self.user = user
        self.token = token
        self.entered = entered

    def get_id(self) -> str:
        """The value in the cookie."""
        return self.token


@login_manager.user_loader  # type: ignore[untyped-decorator]  # flask-login has no types
def _load(token: str) -> SignedInUser | None:
    entered = sessions.living_session(session(), token=token, now=now(), idle=settings().staff_idle)
    if entered is None:  # it has ended; what is open in another tab is theirs when they come back
        _forget_all_but(*OF_THE_BROWSER, PERSON, CSRF_TOKEN)
        return None
    if entered.seen_at <= now() - sessions.SEEN_EACH:
        session_id, moment = entered.id, now()
        afterwards(lambda short: sessions.see_session(Act(short, None, moment), session_id))
    return SignedInUser(entered.user, token, entered)


def _forget_all_but(*kept: str) -> None:
    """Whoever comes to this browser next finds nothing of a person: no name in a message, no question answered."""
    for name in set(cookie) - set(kept):
        del cookie[name]


def know_nobody() -> None:
    """From here on the request is answered as one of somebody unknown, and the database is not asked who it is."""
    g.knows_nobody = True


def principal() -> Principal | None:
    """The signed-in person with the roles held now, or None."""
    if g.get("knows_nobody"):
        return None
    if not current_user.is_authenticated:
        return None
    if "principal" not in g or g.principal.user is not current_user.user:
        user = current_user.user
        grants = tuple(roles.living_grants(session(), user_id=user.id))
        g.principal = Principal(user, grants, current_user.entered)
    return g.principal  # type: ignore[no-any-return]  # flask.g holds anything


def signed_in_principal() -> Principal:
    """The signed-in person, on a page whose access keeps it for signed-in people."""
    found = principal()
    if found is None:
        raise RuntimeError("this page must not be open to everyone")
    return found


def act() -> Act:
    """What is done in this request (or by this job or command): by whoever is signed in, in its session, now."""
    asks = principal() if has_request_context() else None
    if asks is None:
        return Act(session(), None, now())
    return Act(session(), asks.id, now(), asks.entered.door if asks.entered else None)


def start_session(user: User, token: str, *, door: Door | None = None) -> None:
    """Sign this browser in. Who was here before leaves nothing; one who comes back finds their open forms good.

    Where staff sign in is remembered; in the demo (its `door`) one person is everybody in one browser.
    """
    came_back = cookie.get(PERSON) == user.id.hex
    _forget_all_but(*OF_THE_BROWSER, *([CSRF_TOKEN] if came_back else []))
    login_user(SignedInUser(user, token))
    cookie[PERSON] = user.id.hex
    g.pop("principal", None)
    if cookie.get(CHOSEN_AT_THE_DOOR):
        choose_language(act(), user_id=user.id, locale=Locale(cookie[LANGUAGE]))
    if door is not Door.DEMO:
        cookie.pop(CHOSEN_AT_THE_DOOR, None)
    cookie[LANGUAGE] = user.locale.value
    if door is not Door.DEMO and STAFF_ROLES & signed_in_principal().roles:
        after_this_request(_staff_was_here)
    if drafts_of(session(), user_id=user.id, now=now()):
        cookie[HAS_DRAFTS] = True


def keep_language(locale: Locale) -> None:
    """Whoever asks reads in this language from now on: kept with the account, and here for when nobody is signed in."""
    who, moment = principal(), now()
    cookie[LANGUAGE] = locale.value
    if who is None or (who.entered is not None and who.entered.door is Door.DEMO):
        cookie[CHOSEN_AT_THE_DOOR] = True
    if who is not None and who.user.locale is not locale:
        user_id = who.id
        with own_transaction() as short:
            choose_language(Act(short, user_id, moment), user_id=user_id, locale=locale)


def _staff_was_here(answer: Response) -> Response:
    keep_cookie(answer, STAFF_COOKIE, "1", seconds=STAFF_COOKIE_SECONDS)
    return answer


def staff_have_signed_in_here() -> bool:
    """Whether this browser is one that staff use; nobody is told who."""
    return bool(read_cookie(STAFF_COOKIE))


def stop_session() -> None:
    """Sign this browser out, and end its session in the database. What it knows of the person is forgotten."""
    if current_user.is_authenticated:
        sessions.end_session(act(), token=current_user.token)
    logout_user()
    _forget_all_but(*OF_THE_BROWSER)
    g.pop("principal", None)
