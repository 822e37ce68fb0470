"""What waits around employers: who may bind one, and who asks to be let in."""

from collections.abc import Iterable

from flask import url_for

from app.kernel.cards import CountyView, EmployerView
from app.kernel.context import now
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting, day_of
from register.joining import access, authority
from register.joining.models import AccessRequest
from register.joining.queries import requests_to_answer
from register.roles.types import AuthorityState, Role


def for_county(view: CountyView) -> list[Waiting]:
    """Those who ask for authority, and those who ask to be let in where no leader can answer."""
    rows: list[Waiting] = []
    if view.reaches("county.authority_request"):
        rows += [
            Waiting(
                key=f"authority {one.id}",
                about=one.user.display_name,
                verb=_("Svar på fullmakten"),
                url=url_for("county.authority_request", request_id=one.id),
                where=one.organisation.name,
                since=one.requested_at,
            )
            for one in requests_to_answer(view.session, now=now(), most=MOST_OF_A_KIND)
        ]
    if view.reaches("county.access_requests"):
        asking = access.open_requests_without_leader(view.session)
        rows += _to_let_in(asking, url_for("county.access_requests"))
    return rows


def for_employer(view: EmployerView) -> list[Waiting]:
    """For a leader those who ask to be let in; for another the code that has come in a letter."""
    if view.role is Role.LEADER:
        return list(_to_let_in(view.ask(access.open_requests_at), view.url("employer.colleagues")))
    request = authority.latest_request(view.session, organisation_id=view.organisation.id, user_id=view.user.id)
    if request is None or request.code_expires_at is None or request.standing_at(now()) is not AuthorityState.CODE_SENT:
        return []
    return [
        Waiting(
            key=f"authority {request.id}",
            about=_("Lederrettigheter"),
            verb=_("Skriv inn koden fra brevet"),
            url=view.url("employer.authority"),
            due=day_of(request.code_expires_at),
        )
    ]


def _to_let_in(asking: Iterable[AccessRequest], url: str) -> Iterable[Waiting]:
    for one in asking:
        yield Waiting(
            key=f"access {one.id}",
            about=one.user.display_name,
            verb=_("Svar på om de kan slippe inn"),
            url=url,
            where=one.organisation.name,
            since=one.asked_at,
        )
