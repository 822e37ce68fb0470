"""Enhetsregisteret over HTTP (law-and-facts.md 4.4)."""

from typing import Any

import httpx
import structlog

from register.organisations.business_register import (
    Refused,
    RegisterAnswer,
    RegisteredAddress,
    RegisteredUnit,
    RegisteredWorkplace,
    Unreachable,
)
from register.organisations.types import RefusalReason, Sector

log = structlog.get_logger()
WINDING_UP_FIELDS = ("underAvvikling", "underTvangsavviklingEllerTvangsopplosning")
# Institutional sectors: 6100 and 6500 are public administration, 1110–1520 publicly owned enterprises.
PUBLIC_SECTORS = ("6100", "6500", "1110", "1120", "1510", "1520")
PUBLIC_FORMS = ("STAT", "FYLK", "KOMM", "ORGL", "KF", "FKF", "SF", "IKS", "KIRK")
NONPROFIT_SECTORS = ("7000",)
NONPROFIT_FORMS = ("FLI", "STI")
SMALL_WORDS = ("i", "på", "og", "ved")
WORKPLACES_A_PAGE = 200


class HttpBusinessRegister:
    """Asks data.brreg.no; what the network does becomes Unreachable, never an exception."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.transport = transport

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity with its workplaces."""
        try:
            with httpx.Client(transport=self.transport, timeout=8, headers={"Accept": "application/json"}) as client:
                return self._ask(client, orgnr)
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as broken:
            log.warning("business_register_unreachable", kind=type(broken).__name__)
            return Unreachable()

    def _ask(self, client: httpx.Client, orgnr: str) -> RegisterAnswer:
        answer = client.get(f"{self.base_url}/enheter/{orgnr}")
        if answer.status_code == httpx.codes.GONE:
            return Refused(RefusalReason.DELETED)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return self._ask_for_workplace(client, orgnr)
        unit = answer.raise_for_status().json()
        refused = _refusal(unit)
        if refused is not None:
            return Refused(refused, unit.get("navn"))
        return _unit(unit, self._workplaces(client, orgnr))

    def _ask_for_workplace(self, client: httpx.Client, orgnr: str) -> Refused:
        """A number that no legal entity has may be that of an underenhet: people often know only that one."""
        answer = client.get(f"{self.base_url}/underenheter/{orgnr}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return Refused(RefusalReason.NOT_FOUND)
        if answer.status_code == httpx.codes.GONE:
            return Refused(RefusalReason.DELETED)
        workplace = answer.raise_for_status().json()
        if _is_gone(workplace):
            return Refused(RefusalReason.DELETED, workplace["navn"])
        return Refused(RefusalReason.IS_WORKPLACE, workplace["navn"], workplace.get("overordnetEnhet"))

    def _workplaces(self, client: httpx.Client, orgnr: str) -> tuple[RegisteredWorkplace, ...]:
        found: list[RegisteredWorkplace] = []
        page, pages = 0, 1
        while page < pages:
            params: dict[str, str | int] = {"overordnetEnhet": orgnr, "size": WORKPLACES_A_PAGE, "page": page}
            answer = client.get(f"{self.base_url}/underenheter", params=params).raise_for_status().json()
            items = answer.get("_embedded", {}).get("underenheter", [])
            found += [_workplace(item) for item in items if not _is_gone(item)]
            pages = answer.get("page", {}).get("totalPages", 1)
            page += 1
        return tuple(found)


def _refusal(unit: dict[str, Any]) -> RefusalReason | None:
    if unit.get("slettedato"):
        return RefusalReason.DELETED
    if unit.get("konkurs"):
        return RefusalReason.BANKRUPT
    if any(unit.get(field) for field in WINDING_UP_FIELDS):
        return RefusalReason.WINDING_UP
    return None


def _is_gone(workplace: dict[str, Any]) -> bool:
    return bool(workplace.get("slettedato") or workplace.get("nedleggelsesdato"))


def _unit(unit: dict[str, Any], workplaces: tuple[RegisteredWorkplace, ...]) -> RegisteredUnit:
    industry = unit.get("naeringskode1") or {}
    return RegisteredUnit(
        orgnr=unit["organisasjonsnummer"],
        name=unit["navn"],
        form_code=(unit.get("organisasjonsform") or {}).get("kode"),
        sector=_sector(unit),
        industry_code=industry.get("kode"),
        industry_name=industry.get("beskrivelse"),
        employees=unit.get("antallAnsatte"),
        address=_address(unit.get("forretningsadresse") or unit.get("postadresse") or {}),
        workplaces=workplaces,
        form_name=(unit.get("organisasjonsform") or {}).get("beskrivelse"),
    )


def _workplace(item: dict[str, Any]) -> RegisteredWorkplace:
    return RegisteredWorkplace(
        orgnr=item["organisasjonsnummer"],
        name=item["navn"],
        address=_address(item.get("beliggenhetsadresse") or item.get("postadresse") or {}),
    )


def _address(address: dict[str, Any]) -> RegisteredAddress:
    return RegisteredAddress(
        street=", ".join(address.get("adresse") or []) or None,
        postcode=address.get("postnummer"),
        town=_as_a_name(address.get("poststed")),
        municipality_number=address.get("kommunenummer"),
    )


def _as_a_name(town: str | None) -> str | None:
    """The register writes towns in capitals, «MO I RANA»; people read «Mo i Rana»."""
    if not town:
        return None
    words = [word.capitalize() for word in town.split()]
    return " ".join(word.lower() if word.lower() in SMALL_WORDS and n else word for n, word in enumerate(words))


def _sector(unit: dict[str, Any]) -> Sector:
    form = (unit.get("organisasjonsform") or {}).get("kode")
    sector = (unit.get("institusjonellSektorkode") or {}).get("kode")
    if form in PUBLIC_FORMS or sector in PUBLIC_SECTORS:
        return Sector.PUBLIC
    if form in NONPROFIT_FORMS or sector in NONPROFIT_SECTORS:
        return Sector.NONPROFIT
    return Sector.PRIVATE
