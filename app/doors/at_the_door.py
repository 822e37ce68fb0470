"""Who stands at the door: what this browser has shown to hold lately, and where they were going.

A code that was typed and a link that was opened are remembered for a quarter of an hour in the signed cookie, by their
ids: neither code nor token stands there, and without the PIN they open nothing.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from flask import flash, redirect, request, session, url_for
from werkzeug.wrappers import Response

from app.kernel.addresses import safe_path
from app.kernel.auth import staff_have_signed_in_here, start_session, stop_session
from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.database import session as database
from app.kernel.drafts import way_back
from app.kernel.limits import count_wrong_try
from app.kernel.long_cookies import read_cookie
from app.kernel.translate import _
from ground.act import Act
from ground.errors import DomainError
from matching.doors import entering
from matching.doors.codes import held_code
from matching.doors.devices import DEVICE_LIFE, held_device
from matching.doors.errors import BirthDateWrong, DoorClosed, PinWrong
from matching.doors.held import Held, count_try, forgive, tell_of_death
from matching.doors.links import held_link
from matching.doors.models import OwnLink
from register.sign_in.links import SignedIn
from register.sign_in.models import UserSession
from register.sign_in.types import Door

SHOWN = "shown"
REMEMBERED = timedelta(minutes=15)
CONFIRMS = "confirms"
"""The link by which somebody came in whose address is not confirmed: they are asked whether it is theirs."""
DEVICE_COOKIE = "device"
DEVICE_SECONDS = int(DEVICE_LIFE.total_seconds())


def remember_shown(door: Door, thing: uuid.UUID) -> None:
    """This browser has shown a code or a link."""
    session[SHOWN] = {**session.get(SHOWN, {}), door.value: [thing.hex, (now() + REMEMBERED).isoformat()]}


def shown_lately(door: Door) -> uuid.UUID | None:
    """The code or link that this browser has shown lately."""
    thing, until = session.get(SHOWN, {}).get(door.value, ("", ""))
    return uuid.UUID(thing) if thing and datetime.fromisoformat(until) > now() else None


def held_here() -> list[Held]:
    """What this browser holds of one young person: what was shown by hand goes before the telephone itself.

    Whoever has said that the telephone is not theirs now (`another_way`) is not asked for its owner's PIN for a while.
    """
    link_id, code_id = shown_lately(Door.OWN_LINK), shown_lately(Door.CODE)
    token = "" if shown_lately(Door.DEVICE) else read_cookie(DEVICE_COOKIE)
    found = [
        held_code(database(), code_id, now()) if code_id else None,
        held_link(database(), database().get(OwnLink, link_id), now=now()) if link_id else None,
        held_device(database(), token=token, now=now()) if token else None,
    ]
    living = [one for one in found if one is not None]
    return [one for one in living if one.candidate_id == living[0].candidate_id]


def tell_of_delay() -> None:
    """A form was sent, and nothing is held here any more: what was shown is forgotten, and can be shown again."""
    flash(_("Det gikk for lang tid. Skriv koden eller åpne lenken en gang til. Den er ikke brukt opp."), "warning")


def count(held: Held) -> int:
    """Count a try at the PIN before it is looked at. Returns how many are left. Raises DoorClosed."""
    with own_transaction() as short:
        return count_try(Act(short, None, now()), held)


def count_proof(entered: UserSession) -> None:
    """Count a try at the PIN behind the door before it is looked at. Raises DoorClosed after five wrong ones."""
    session_id = entered.id  # not to be read once the request's transaction is left
    with own_transaction() as short:
        may_be_judged = entering.count_proof(Act(short, None, now()), session_id)
    if not may_be_judged:
        raise DoorClosed


def forgive_proof(entered: UserSession) -> None:
    """It was right, and something else was refused, whose transaction is taken back."""
    session_id = entered.id
    with own_transaction() as short:
        entering.forgive_proof(Act(short, None, now()), session_id)


def is_killed(held: Held, refused: DomainError | None, tries_left: int) -> bool:
    """Whether what is held opens nothing any more, after a try that was refused.

    A wrong PIN or birth date counts against the network too, and the last one kills the thing; anything else is taken
    off the count again.
    """
    wrong = isinstance(refused, PinWrong | BirthDateWrong)
    if wrong:
        count_wrong_try()
    if wrong and tries_left > 0:
        return False
    with own_transaction() as short:
        if wrong:
            tell_of_death(Act(short, None, now()), held)
        elif not isinstance(refused, DoorClosed):
            forgive(Act(short, None, now()), held)
            return False
    flash(
        _("Det ble feil for mange ganger, så du kommer ikke inn på denne måten nå. Bruk en ny kode eller en ny lenke."),
        "warning",
    )
    return True


def another_way() -> None:
    """Somebody else than the one who is asked for sits here: what was shown is forgotten, and the telephone waits."""
    session.pop(SHOWN, None)
    remember_shown(Door.DEVICE, uuid.UUID(int=0))


def where_to() -> str:
    """Where they were going."""
    return safe_path(request.args.get("neste"))


def let_in(done: SignedIn, held: Sequence[Held]) -> Response:
    """Sign this browser in, and lead on; on a telephone that is not known, ask first whether it is their own."""
    wanted = where_to() or way_back() or ""
    stop_session()
    start_session(done.user, done.session_token)
    unproved = next((one for one in held if not one.is_proved), None)
    if unproved is not None:
        session[CONFIRMS] = unproved.id.hex
        return redirect(url_for("candidate.confirm_email", neste=wanted or None))
    if any(one.door is Door.DEVICE for one in held) or staff_have_signed_in_here():
        return redirect(wanted or url_for("candidate.front"))
    return redirect(url_for("candidate.own_telephone", neste=wanted or None))


def stop_asked_for() -> Held | None:
    """A door that may say no to a new PIN that somebody asked for with a code: any other that is proved."""
    return next((one for one in held_here() if one.door is not Door.CODE and one.is_proved), None)
