"""Everything that is kept about a person, in words: the sections of the page and of the PDF, made of one description.

The description is `matching.candidates.export`; each of its names has its words here, and a name without is a mistake
that a test finds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from flask import json
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.candidates.words import profile_rows
from app.disclosures.readers import days_of_reading
from app.doors.telling import browser_heading
from app.kernel.language import LANGUAGE_NAMES
from app.kernel.translate import _
from app.matches.words import words_for_young
from app.placements.agreement_rows import PARTS
from app.proposals.words import answer_words
from app.words.filters import after_weeks, label, lower_first, written_date, written_time
from app.words.lists import joined
from ground.texts import Locale
from matching.candidates.export import as_plain
from matching.disclosures.models import CandidateRead
from matching.matches.snapshots import frozen_reasons
from matching.records.profiles import Profile
from matching.records.types import ApprovalParty, OnBehalfReason
from register.organisations.municipalities import municipality_name

Row = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """One thing: its heading, if it has one, its rows, and what is only of use to somebody who knows the machinery."""

    title: str = ""
    rows: list[Row] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    technical: str = ""


@dataclass(frozen=True)
class Section:
    """What there is of one kind. `name` is the one in the description and in the file."""

    name: str
    title: str
    entries: list[Entry]


TITLES: dict[str, LazyString] = {
    "profile": _l("Det som står om deg"),
    "participation": _l("Din tid i Plass"),
    "account": _l("Kontoen din"),
    "roles": _l("Tilgangen din"),
    "counsellors": _l("Veilederne dine"),
    "proposals": _l("Plasser som er foreslått for deg"),
    "placements": _l("Avtaler og oppfølging"),
    "requests": _l("Det du har bedt om"),
    "looked_at_by": _l("Hvem som har sett på deg"),
    "codes": _l("Koder til å logge inn med"),
    "telephones": _l("Telefonene dine"),
    "own_links": _l("Lenker i e-post til deg"),
    "pin": _l("PIN-koden din"),
    "new_pins": _l("Når noen har bedt om ny PIN-kode"),
    "calls": _l("Når du har bedt veilederen ringe"),
    "at_the_doors": _l("Innlogging og endringer"),
    "sessions": _l("Når du har vært logget inn"),
    "mails": _l("E-post til deg"),
    "kept_drafts": _l("Det du har skrevet og ikke sendt"),
    "counted": _l("Jobbene dine i tellingen"),
    "log": _l("Det som er gjort"),
}
"""By the name of each part of the description, in the order of the page."""

TERMS: dict[str, LazyString] = {
    "participation.office": _l("Nav-kontor"),
    "participation.registered_at": _l("Skrevet inn i Plass"),
    "participation.registered_by": _l("Hvem som skrev deg inn"),
    "participation.changed_at": _l("Sist endret"),
    "participation.confirmed_email": _l("E-posten du har bekreftet"),
    "participation.email_confirmed_at": _l("Du bekreftet e-posten"),
    "participation.confirmed_at": _l("Du så gjennom det som står"),
    "participation.paused_at": _l("Pause siden"),
    "participation.restricted_at": _l("Du stoppet bruken"),
    "participation.closed_at": _l("Du sluttet i Plass"),
    "participation.deletion_asked_at": _l("Du ba om å bli slettet"),
    "participation.warned_at": _l("Vi sa fra at vi sletter"),
    "account.name": _l("Navn"),
    "account.email": _l("E-post"),
    "account.phone": _l("Telefon"),
    "account.language": _l("Språk"),
    "account.writes_in": _l("Språk du sist skrev på"),
    "account.created_at": _l("Laget"),
    "account.closed_at": _l("Stengt"),
    "roles.role": _l("Rolle"),
    "roles.from": _l("Fra"),
    "roles.until": _l("Til"),
    "counsellors.who": _l("Veileder"),
    "counsellors.from": _l("Fra"),
    "counsellors.until": _l("Til"),
    "proposals.place": _l("Hvilken plass"),
    "proposals.employer": _l("Arbeidsgiver"),
    "proposals.proposed_by": _l("Hvem som foreslo den"),
    "proposals.proposed_at": _l("Foreslått"),
    "proposals.note": _l("Fra veilederen"),
    "proposals.state": _l("Status"),
    "proposals.answered_at": _l("Du svarte"),
    "proposals.answer_door": _l("Hvordan du var logget inn"),
    "proposals.answered_for_by": _l("Svarte for deg"),
    "proposals.on_behalf_because": _l("Hvorfor noen svarte for deg"),
    "proposals.no_reason": _l("Hvorfor du sa nei"),
    "proposals.closed_at": _l("Over"),
    "proposals.shared.from": _l("Arbeidsgiveren kunne se deg fra"),
    "proposals.shared.until": _l("Arbeidsgiveren kunne se deg til"),
    "proposals.shared.what": _l("Det arbeidsgiveren fikk se"),
    "proposals.shared.adaptations": _l("Det du trenger, som arbeidsgiveren fikk vite om"),
    "placements.place": _l("Hvilken plass"),
    "placements.employer": _l("Arbeidsgiver"),
    "placements.kind": _l("Type plass"),
    "placements.coordinator": _l("Hvem som følger opp"),
    "placements.state": _l("Status"),
    "placements.begun_at": _l("Vi begynte på avtalen"),
    "placements.agreed_at": _l("Alle godkjente"),
    "placements.started_on": _l("Du begynte"),
    "placements.ended_on": _l("Du sluttet"),
    "placements.end_reason": _l("Hvorfor det sluttet"),
    "placements.undone_at": _l("Oppstarten ble tatt tilbake"),
    "placements.undone_because": _l("Hva som var feil med oppstarten"),
    "placements.approvals.by": _l("Hvem det ble godkjent for"),
    "placements.approvals.who": _l("Hvem som godkjente"),
    "placements.approvals.at": _l("Godkjent"),
    "placements.approvals.door": _l("Hvordan personen var logget inn"),
    "placements.approvals.version": _l("Utgave av avtalen"),
    "placements.approvals.on_behalf_because": _l("Hvorfor noen godkjente for deg"),
    "placements.talks.week": _l("Samtale"),
    "placements.talks.due_on": _l("Dagen for samtalen"),
    "placements.talks.state": _l("Samtalen er"),
    "placements.talks.done_at": _l("Skrevet ned"),
    "placements.talks.still_there": _l("Du var der fortsatt"),
    "placements.talks.skip_reason": _l("Hvorfor den ikke ble holdt"),
    "placements.talks.agreed_next": _l("Dette ble dere enige om"),
    "requests.kind": _l("Hva"),
    "requests.state": _l("Status"),
    "requests.asked_at": _l("Sendt"),
    "requests.words": _l("Du skrev"),
    "requests.due_on": _l("Svar senest"),
    "requests.answered_at": _l("Du fikk svar"),
    "requests.answered_by": _l("Hvem som svarte"),
    "requests.answer": _l("Svaret"),
    "codes.made_at": _l("Laget"),
    "codes.made_by": _l("Hvem som laget den"),
    "codes.expires_at": _l("Virker til"),
    "codes.attempts": _l("Ganger den er prøvd"),
    "codes.wrong_pins": _l("Ganger PIN-koden var feil"),
    "codes.used_at": _l("Brukt"),
    "codes.replaced_at": _l("Byttet ut med en ny"),
    "telephones.browser": _l("Nettleser"),
    "telephones.known_since": _l("Lagret som din"),
    "telephones.used_at": _l("Sist brukt"),
    "telephones.wrong_pins": _l("Ganger PIN-koden var feil"),
    "telephones.ended_at": _l("Ikke lagret lenger fra"),
    "own_links.to": _l("Sendt til"),
    "own_links.is_asked_for": _l("Du ba om den"),
    "own_links.made_at": _l("Laget"),
    "own_links.expires_at": _l("Virker til"),
    "own_links.wrong_pins": _l("Ganger PIN-koden var feil"),
    "pin.chosen_at": _l("Valgt"),
    "new_pins.asked_at": _l("Noen ba om den"),
    "new_pins.browser": _l("Nettleser"),
    "new_pins.ready_at": _l("Du kunne velge den fra"),
    "new_pins.stopped_at": _l("Stoppet"),
    "new_pins.done_at": _l("Valgt"),
    "calls.asked_at": _l("Du ba om å bli ringt"),
    "calls.done_at": _l("Ringt"),
    "at_the_doors.what": _l("Hva"),
    "at_the_doors.at": _l("Når"),
    "at_the_doors.by": _l("Hvem"),
    "at_the_doors.browser": _l("Nettleser"),
    "at_the_doors.read_at": _l("Du leste det"),
    "sessions.opened_at": _l("Logget inn"),
    "sessions.door": _l("Hvordan"),
    "sessions.held_since": _l("Du har hatt det du logget inn med, siden"),
    "sessions.browser": _l("Nettleser"),
    "sessions.seen_at": _l("Sist i bruk"),
    "sessions.wrong_pins": _l("Ganger PIN-koden var feil"),
    "sessions.expires_at": _l("Du blir logget ut senest"),
    "sessions.ended_at": _l("Logget ut"),
    "mails.kind": _l("Hva"),
    "mails.to": _l("Sendt til"),
    "mails.language": _l("Språk"),
    "mails.made_at": _l("Laget"),
    "mails.sent_at": _l("Sendt"),
    "kept_drafts.page": _l("Adressen til siden"),
    "kept_drafts.written_at": _l("Skrevet"),
    "kept_drafts.files": _l("Du hadde valgt filer"),
    "counted.step": _l("Hva"),
    "counted.on": _l("Dato"),
    "counted.place_kind": _l("Type plass"),
    "counted.municipality": _l("Kommune"),
    "counted.planned_weeks": _l("Så mange uker var planen"),
    "counted.undone_because": _l("Hva som var feil med oppstarten"),
    "log.at": _l("Når"),
    "log.who": _l("Hvem"),
    "log.action": _l("Hva"),
    "log.reason": _l("Hvorfor"),
}
"""What each value is called, by where it stands in the description."""

ACTIONS: dict[str, LazyString] = {
    "candidate.registered": _l("Du ble skrevet inn i Plass"),
    "candidate.assigned": _l("Du fikk en veileder"),
    "candidate.changed": _l("Det som står om deg, ble endret"),
    "candidate.paused": _l("Pausen begynte"),
    "candidate.resumed": _l("Pausen er over"),
    "candidate.closed": _l("Du er ikke med i Plass lenger"),
    "candidate.deletion_asked": _l("Du ba om å bli slettet"),
    "candidate.deletion_regretted": _l("Du angret slettingen"),
    "candidate.restriction_lifted": _l("Du lot oss bruke det som står om deg igjen"),
    "candidate.stays": _l("Du ville bli"),
    "sign_in_code.made": _l("En kode til å logge inn med ble laget"),
    "pin.chosen": _l("PIN-kode ble valgt"),
    "pin.reset_asked": _l("Noen med en kode ba om ny PIN-kode"),
    "pin.reset_stopped": _l("Ny PIN-kode ble stoppet"),
    "call.asked_for": _l("Du ba veilederen ringe"),
    "call.made": _l("Veilederen ringte"),
    "proposal.answered_for": _l("Veilederen svarte for deg"),
    "user.signed_in": _l("Du logget inn"),
    "user.changed": _l("Kontoen ble endret"),
    "user.closed": _l("Kontoen ble stengt"),
    "user.reopened": _l("Kontoen ble åpnet igjen"),
    "role.given": _l("Du fikk tilgang"),
    "role.taken": _l("Tilgangen ble tatt bort"),
    "access.denied": _l("Du prøvde å åpne en side som ikke er din"),
    "proposal.made": _l("En plass ble foreslått"),
    "proposal.candidate_yes": _l("Du sa ja"),
    "proposal.candidate_no": _l("Du sa nei"),
    "proposal.employer_yes": _l("Arbeidsgiveren sa ja"),
    "proposal.employer_no": _l("Arbeidsgiveren sa nei"),
    "proposal.withdrawn": _l("Forslaget ble trukket tilbake"),
    "proposal.lapsed": _l("Forslaget falt bort"),
    "proposal.placed": _l("Forslaget ble til en avtale"),
    "proposal.finished": _l("Plassen du fikk, er over"),
    "disclosure.given": _l("Du lot arbeidsgiveren se hvem du er"),
    "disclosure.ended": _l("Arbeidsgiveren ser deg ikke lenger"),
    "placement.begun": _l("Arbeidsgiveren og veilederen begynte på avtalen"),
    "placement.draft": _l("Avtalen ble endret og må godkjennes igjen"),
    "placement.agreed": _l("Alle godkjente avtalen"),
    "placement.started": _l("Du begynte"),
    "placement.start_undone": _l("Det var feil at du hadde begynt, og det ble rettet"),
    "placement.ended": _l("Plassen er over"),
    "placement.cancelled": _l("Avtalen ble stoppet"),
    "follow_up.done": _l("En samtale ble holdt"),
    "follow_up.skipped": _l("En samtale ble ikke holdt"),
    "follow_up.cancelled": _l("En samtale falt bort"),
    "follow_up.planned": _l("En samtale ble planlagt på nytt"),
    "agreement.changed": _l("Avtalen ble endret"),
    "agreement.approved_by_employer": _l("Arbeidsgiveren godkjente avtalen"),
    "agreement.approved_by_candidate": _l("Du godkjente avtalen"),
    "agreement.approved_by_counsellor": _l("Veilederen godkjente avtalen"),
    "ranking.shown": _l("Veilederen så etter plasser til deg"),
    "rights_request.made": _l("Du sa nei til bruken av det som står om deg, eller ba om retting eller sletting"),
    "rights_request.granted": _l("Svaret på det du ba om, var ja"),
    "rights_request.refused": _l("Svaret på det du ba om, var nei"),
    "rights_request.withdrawn": _l("Du trakk tilbake det du ba om"),
}
"""What the log calls each act, in words to the person; one that this version does not know stands as it is."""

MAIL_WORDS: dict[str, LazyString] = {
    "proposal_made": _l("Noe å se på"),
    "employer_said_yes": _l("Arbeidsgiveren har svart"),
    "agreement_to_approve": _l("En avtale venter på deg"),
    "agreement_changed": _l("Avtalen er endret"),
    "agreement_approved": _l("Avtalen er godkjent"),
    "placement_started": _l("Bekreftet at du har begynt"),
    "start_undone": _l("Oppstarten er tatt tilbake"),
    "deletion_asked": _l("Du ba om å bli slettet"),
    "forgotten_soon": _l("Vi sletter snart"),
    "request_answered": _l("Svar på det du ba om"),
    "sign_in": _l("Lenke til å logge inn med"),
    "own_link": _l("Lenke til å logge inn med"),
    "confirm_email": _l("Bekreft e-postadressen"),
    "email_replaced": _l("E-postadressen din er endret"),
    "contact_changed": _l("Telefonnummeret ditt er endret"),
    "pin_reset_asked": _l("Noen har bedt om ny PIN-kode"),
    "pin_changed": _l("PIN-koden din er byttet"),
    "answered_for": _l("Veilederen din har svart for deg"),
}


def sections_of(told: Mapping[str, Any], looks: list[CandidateRead]) -> list[Section]:
    """The description in words, part by part; a part with nothing in it is left out.

    `looks` are the rows behind `looked_at_by`: the same look again on one day is told once.
    """
    made = {name: _entries(name, part, looks) for name, part in told.items()}
    return [Section(name, str(TITLES[name]), made[name]) for name in TITLES if made.get(name)]


def _entries(name: str, part: Any, looks: list[CandidateRead]) -> list[Entry]:
    if name == "profile":
        return [Entry(rows=[(term, said or _("Ikke oppgitt")) for term, said in profile_rows(Profile(**part))])]
    if name == "looked_at_by":
        return [Entry(title=written_date(day.day), lines=day.lines) for day in days_of_reading(looks)]
    if isinstance(part, Mapping):
        rows = _rows(name, part)
        return [Entry(rows=rows)] if rows else []
    return [ENTRIES.get(name, _entry)(name, one) for one in part]


def _entry(name: str, one: Mapping[str, Any]) -> Entry:
    return Entry(rows=_rows(name, one))


def _proposal_entry(name: str, one: Mapping[str, Any]) -> Entry:
    snapshot = one["reasons"]
    words = words_for_young(frozen_reasons(snapshot))
    plain = {key: value for key, value in one.items() if key not in ("reasons", "shared")}
    rows = [*_rows(name, plain), *(row for shared in one["shared"] for row in _rows(f"{name}.shared", shared))]
    lines = [*words.why, *words.know, *words.adapt, *words.unknown]
    return Entry(one["place"], rows, lines, _technical(snapshot))


def _placement_entry(name: str, one: Mapping[str, Any]) -> Entry:
    plain = {key: value for key, value in one.items() if key not in ("agreement", "approvals", "talks")}
    agreed = [(str(PARTS[key].term), PARTS[key].written(value)) for key, value in one["agreement"].items() if value]
    parts = [(f"{name}.approvals", each) for each in one["approvals"]]
    parts += [(f"{name}.talks", each) for each in one["talks"]]
    rows = [*_rows(name, plain), *agreed, *(row for where, each in parts for row in _rows(where, each))]
    return Entry(one["place"], rows)


def _draft_entry(name: str, one: Mapping[str, Any]) -> Entry:
    plain = {key: value for key, value in one.items() if key not in ("typed", "left_out")}
    written = [str(value) for _field, value in one["typed"] if value]
    return Entry(rows=_rows(name, plain), lines=written, technical=_technical({"typed": one["typed"]}))


def _log_entry(name: str, one: Mapping[str, Any]) -> Entry:
    plain = {key: value for key, value in one.items() if key != "details"}
    return Entry(rows=_rows(name, plain), technical=_technical(one["details"]))


ENTRIES: Mapping[str, Callable[[str, Mapping[str, Any]], Entry]] = {
    "proposals": _proposal_entry,
    "placements": _placement_entry,
    "kept_drafts": _draft_entry,
    "log": _log_entry,
}


def _rows(where: str, values: Mapping[str, Any]) -> list[Row]:
    """What is kept, with its words; what nobody has said is left out."""
    kept = ((f"{where}.{name}", value) for name, value in values.items() if value not in (None, "", [], frozenset()))
    return [(str(TERMS[place]), said(place, value)) for place, value in kept]


STOOD_IN: Mapping[str, OnBehalfReason] = {one.value: one for one in OnBehalfReason}
"""Reasons that the log keeps as the code of what was chosen; the others are somebody's own words."""

WRITTEN: dict[str, Callable[[Any], str]] = {
    "placements.talks.week": after_weeks,
    "counted.municipality": lambda number: municipality_name(number) or number,
    "account.language": lambda locale: LANGUAGE_NAMES[Locale(locale)],
    "account.writes_in": lambda locale: LANGUAGE_NAMES[Locale(locale)],
    "mails.language": lambda locale: LANGUAGE_NAMES[Locale(locale)],
    "mails.kind": lambda kind: str(MAIL_WORDS.get(kind, kind)),
    "log.action": lambda action: str(ACTIONS.get(action, action)),
    "log.reason": lambda reason: label(STOOD_IN[reason]) if reason in STOOD_IN else reason,
    "proposals.state": answer_words,
    "placements.approvals.by": lambda party: _("Deg") if party is ApprovalParty.CANDIDATE else label(party),
}
"""How a value is written where its kind alone does not say it."""


def said(place: str, value: Any) -> str:
    """One value in words."""
    if place.endswith(".browser"):
        return browser_heading(value)
    if place in WRITTEN:
        return WRITTEN[place](value)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, datetime):
        return written_time(value)
    if isinstance(value, date):
        return written_date(value)
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, list | tuple | frozenset):
        return joined(lower_first(label(one)) for one in sorted(value))
    return str(value)


def _technical(values: Mapping[str, Any]) -> str:
    return json.dumps(as_plain(values), ensure_ascii=False, sort_keys=True) if values else ""
