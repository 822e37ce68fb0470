"""What Plass reads out of the register's answers: a unit, an underenhet, or why there is none."""

from app.adapters.business_register.shapes import AddressShape, CodeShape, UnitShape, fitted
from register.organisations.business_register import (
    RegisteredAddress,
    RegisteredBranch,
    RegisteredUnit,
    RegisteredWorkplace,
)
from register.organisations.number import format_organisation_number
from register.organisations.types import RefusalReason, Sector

# Institutional sectors: 6100 and 6500 are public administration, 1110–1520 publicly owned enterprises.
PUBLIC_SECTORS = ("6100", "6500", "1110", "1120", "1510", "1520")
PUBLIC_FORMS = ("STAT", "FYLK", "KOMM", "ORGL", "KF", "FKF", "SF", "IKS", "KIRK")
NONPROFIT_SECTORS = ("7000",)
NONPROFIT_FORMS = ("FLI", "STI")
SMALL_WORDS = ("i", "på", "og", "ved")
NORWAY = ("NO", "NORGE")


def refusal_of(unit: UnitShape) -> RefusalReason | None:
    """Why the unit cannot take part, as far as the register says."""
    if unit.slettedato:
        return RefusalReason.DELETED
    if unit.konkurs:
        return RefusalReason.BANKRUPT
    if unit.underAvvikling or unit.underTvangsavviklingEllerTvangsopplosning:
        return RefusalReason.WINDING_UP
    return None


def is_incomplete(unit: UnitShape) -> bool:
    """Whether the register does not say if the unit is bankrupt or being wound up: unknown is not no."""
    return None in (unit.konkurs, unit.underAvvikling, unit.underTvangsavviklingEllerTvangsopplosning)


def is_gone(workplace: UnitShape) -> bool:
    """Whether an underenhet is deleted or closed down."""
    return bool(workplace.slettedato or workplace.nedleggelsesdato)


def unit_of(unit: UnitShape) -> RegisteredUnit:
    """A legal entity or a ledd in order."""
    form, industry = unit.organisasjonsform or CodeShape(), unit.naeringskode1 or CodeShape()
    postal = address_of(unit.postadresse, with_municipality=False)
    return RegisteredUnit(
        orgnr=unit.organisasjonsnummer,
        name=name_of(unit),
        form_code=form.kode,
        form_name=form.beskrivelse,
        sector=_sector(unit),
        industry_code=industry.kode,
        industry_name=industry.beskrivelse,
        employees=unit.antallAnsatte,
        address=address_of(unit.forretningsadresse),
        postal=postal if postal.takes_letters else None,
        parent_orgnr=unit.overordnetEnhet if unit.overordnetEnhet != unit.organisasjonsnummer else None,
    )


def workplace_of(item: UnitShape) -> RegisteredWorkplace:
    """An underenhet."""
    return RegisteredWorkplace(item.organisasjonsnummer, name_of(item), address_of(item.beliggenhetsadresse))


def branch_of(item: UnitShape) -> RegisteredBranch:
    """A ledd."""
    return RegisteredBranch(item.organisasjonsnummer, name_of(item))


def name_of(unit: UnitShape) -> str:
    """The name; a unit without one is called by its number."""
    return unit.navn or format_organisation_number(unit.organisasjonsnummer)


def address_of(address: AddressShape | None, *, with_municipality: bool = True) -> RegisteredAddress:
    """An address. In which municipality a unit lies is told by where it does business, never by its post box."""
    if address is None:
        return RegisteredAddress()
    country = None if _is_norway(address) else address.land or address.landkode
    return RegisteredAddress(
        street=fitted(", ".join(line for line in address.adresse or [] if line)) or None,
        postcode=address.postnummer,
        town=address.poststed if country else _as_a_name(address.poststed),
        municipality_number=address.kommunenummer if with_municipality else None,
        country=country,
    )


def _is_norway(address: AddressShape) -> bool:
    return (address.landkode or address.land or "NO").upper() in NORWAY


def _as_a_name(town: str | None) -> str | None:
    """The register writes towns in capitals, «MO I RANA»; people read «Mo i Rana»."""
    if not town:
        return None
    words = [word.capitalize() for word in town.split()]
    return " ".join(word.lower() if word.lower() in SMALL_WORDS and n else word for n, word in enumerate(words))


def _sector(unit: UnitShape) -> Sector:
    form = (unit.organisasjonsform or CodeShape()).kode
    sector = (unit.institusjonellSektorkode or CodeShape()).kode
    if form in PUBLIC_FORMS or sector in PUBLIC_SECTORS:
        return Sector.PUBLIC
    if form in NONPROFIT_FORMS or sector in NONPROFIT_SECTORS:
        return Sector.NONPROFIT
    return Sector.PRIVATE
