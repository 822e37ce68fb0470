"""A mailbox has one spelling, and what is read as one, a plain mail server takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.people.errors import NoMailbox
from register.people.mailbox import for_the_wire, read_mailbox, written_mailbox

BLUEBERRY = "kari@xn--blbr-roah.no"


@pytest.mark.parametrize(
    "typed",
    ["kari@blåbær.no", "Kari@Blåbær.NO", " KARI@BLÅBÆR.NO\N{ZERO WIDTH SPACE} ", BLUEBERRY, "kari@XN--BLBR-ROAH.no",
     unicodedata.normalize("NFD", "kari@blåbær.no")],
)  # fmt: skip
def test_every_spelling_of_a_mailbox_is_the_same(typed: str) -> None:
    assert read_mailbox(typed) == BLUEBERRY


def test_other_signs_of_the_keyboard_are_kept() -> None:
    assert read_mailbox("Kari.O'Brien+plass@virksomhet.no") == "kari.o'brien+plass@virksomhet.no"


@pytest.mark.parametrize("typed", ["“kari”@firma.no", "kari’s@firma.no", "kåre@firma.no", "каri@firma.no"])
def test_what_a_plain_server_refuses_before_the_at_is_refused_as_such(typed: str) -> None:
    with pytest.raises(NoMailbox) as refused:
        read_mailbox(typed)
    assert refused.value.foreign_letters


@pytest.mark.parametrize(
    "typed",
    ["", "kari", "kari@", "@firma.no", "kari@firma", "kari@localhost", "kari@firma.no.", "kari @firma.no",
     "Kari <kari@firma.no>", "mailto:kari@firma.no ", "kari@firma.no,ola@firma.no", "kari@[127.0.0.1]",
     '"kari"@firma.no', "kari..n@firma.no", "kari@firma.no\nBcc: ola@firma.no", "a" * 65 + "@firma.no",
     "kari@" + "a" * 60_000 + ".no"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NoMailbox) as refused:
        read_mailbox(typed)
    assert not refused.value.foreign_letters


@given(st.emails())
def test_what_is_read_is_read_as_itself_and_needs_no_more_than_plain_smtp(typed: str) -> None:
    try:
        mailbox = read_mailbox(typed)
    except NoMailbox:
        return
    assert mailbox.isascii()
    assert mailbox == mailbox.lower() == read_mailbox(mailbox) == for_the_wire(mailbox) == read_mailbox(typed.upper())


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    for text in (typed, f"{typed}@firma.no", f"kari@{typed}.no"):
        assert isinstance(for_the_wire(text), str)
        assert isinstance(written_mailbox(text), str)


def test_a_mailbox_is_shown_with_its_own_letters() -> None:
    assert written_mailbox(BLUEBERRY) == "kari@blåbær.no"
    assert written_mailbox("kari@firma.no") == "kari@firma.no"


def test_an_address_from_before_leaves_as_it_stands() -> None:
    assert for_the_wire("kåre@firma.no") == "kåre@firma.no"
    assert for_the_wire("Kari.N@Blåbær.no") == "Kari.N@xn--blbr-roah.no"
