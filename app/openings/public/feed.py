"""The newest public openings as RSS."""

from email.utils import format_datetime
from xml.etree import ElementTree

from flask import Response
from flask_babel import force_locale

from app.kernel.access import everyone
from app.kernel.addresses import full_address
from app.kernel.audiences import public as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.translate import _
from app.openings.words import OpeningWords
from ground.texts import Locale
from matching.openings.search import newest_public
from matching.records.tables.opening import Opening

MOST_ITEMS = 50
ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


@pages.get("/stillinger/rss.xml", endpoint="openings_rss", access=everyone("follow new paid places"))
def rss() -> Response:
    """RSS 2.0, in bokmål for everyone: a feed has no reader whose language we know. Each item is in its employer's."""
    with force_locale(Locale.BOKMAAL.value):
        body = _feed([OpeningWords(one) for one in newest_public(session(), today=today(), most=MOST_ITEMS)])
    answer = Response(body, content_type="application/rss+xml; charset=utf-8")
    answer.headers["Content-Language"] = Locale.BOKMAAL.value
    return answer


def _feed(openings: list[OpeningWords]) -> bytes:
    ElementTree.register_namespace("atom", ATOM)
    ElementTree.register_namespace("dc", DUBLIN_CORE)
    feed = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(feed, "channel")
    _text(channel, "title", _("Stillinger i Akershus – Plass"))
    _text(channel, "link", full_address("public.openings"))
    _text(channel, "description", _("Jobber og læreplasser hos arbeidsgivere som er med i Plass."))
    _text(channel, "language", Locale.BOKMAAL.value)
    here = full_address("public.openings_rss")
    ElementTree.SubElement(channel, f"{{{ATOM}}}link", href=here, rel="self", type="application/rss+xml")
    for words in openings:
        with force_locale(words.opening.written_in.value):
            _item(channel, words)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _item(channel: ElementTree.Element, words: OpeningWords) -> None:
    opening: Opening = words.opening
    address = full_address("public.opening", opening_id=opening.id)
    item = ElementTree.SubElement(channel, "item")
    _text(item, "title", f"{opening.title}, {words.employer}")
    _text(item, "link", address)
    _text(item, "guid", address)
    _text(item, f"{{{DUBLIN_CORE}}}language", opening.written_in.value)
    _text(item, "category", words.kind)
    _text(item, "description", " · ".join(part for part in (words.municipality, words.hours, opening.summary) if part))
    if opening.published_at is not None:
        _text(item, "pubDate", format_datetime(opening.published_at))


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    """Text that XML can hold: control characters and the two code points that are no characters are left out."""
    ElementTree.SubElement(parent, name).text = "".join(
        one for one in text if (one >= " " or one in "\n\t") and one not in "\ufffe\uffff"
    )
