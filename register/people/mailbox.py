"""Mail addresses: read as people type them, and kept in one spelling, so that one mailbox is one user.

A mailbox is compared without regard to capitals and to how its letters are composed, and its domain by the name it has
on the wire: blåbær.no is xn--blbr-roah.no. What is read here, a plain SMTP server takes. No look-up is made.
"""

from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from ground.alphabet import WITHOUT_WIDTH, composed
from register.people.errors import NoMailbox

ON_THE_WIRE = "xn--"


def read_mailbox(typed: str) -> str:
    """The one spelling of a mailbox, in which it is kept and looked up. Raises NoMailbox."""
    address = _parts(typed).ascii_email
    assert address is not None  # before the @ nothing but ASCII was let through, and a domain always has a name in it
    return address.lower()


def for_the_wire(address: str) -> str:
    """An address as a mail server takes it; one that was kept before all were read in one way goes out as it stands."""
    try:
        return _parts(address).ascii_email or address
    except NoMailbox:
        return address


def written_mailbox(address: str) -> str:
    """A mailbox as people write it: the domain with its own letters."""
    if ON_THE_WIRE not in address:
        return address
    try:
        return str(_parts(address).normalized)
    except NoMailbox:
        return address


def _parts(typed: str) -> ValidatedEmail:
    bare = composed(typed).strip().strip(WITHOUT_WIDTH).strip()
    try:
        return validate_email(
            bare, check_deliverability=False, allow_smtputf8=False, strict=True, test_environment=True
        )
    except EmailNotValidError as wrong:
        before = bare.rpartition("@")[0]
        raise NoMailbox(foreign_letters=not before.isascii()) from wrong
