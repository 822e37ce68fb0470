"""What is sent: fields as they stand, and hostile ones: lists, blanks, monsters, nothing, raw bytes, odd headers."""

import io
import json
from dataclasses import asdict, dataclass
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

from tests.fuzz.doors import NOBODY, Door

ELSEWHERE = "elsewhere.example"
"""A host that is named in headers alone: nothing that is answered may lead there."""
TYPED_ADDRESS = "typed.example"
MONSTERS: tuple[bytes, ...] = tuple(
    one if isinstance(one, bytes) else one.encode()
    for one in (
        "", " ", "\t\r\n ", "\u00a0", "\u200b", "\ufeff", "0", "-0", "-1", "1", "2", "007", "1_000", "1e3", "1e308",
        "1e999", "nan", "-inf", "Infinity", "0x10", "٣", "²", "½", "12,5", "12.5.2026", "37,4999999", "9" * 10,
        "2147483647", "2147483648", "9223372036854775808", "9" * 310, "-" + "9" * 310, "9" * 5000, "0" * 4299 + "1",
        "0." + "3" * 3000, "true", "on", "None", "null", "[]", "{}", "ja", "nei", "yes", "no", "next", "plan",
        "link", "file", "tasks", "shifts", "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-0000-0000-000000000000}", "urn:uuid:" + "0" * 32, "0001-01-01", "1900-01-01", "2199-12-31",
        "9999-12-31", "2026-02-30", "2026-11-23", "2026-11-24", "2027-03-28", "26-1-1", "2026-11-23T09:00",
        "23.11.2026", "00:00", "24:00", "23:59:60", "9", "09.00", "02:30", "٠٩:٠٠", "a" * 81, "a" * 201, "a" * 255,
        "a" * 301, "a" * 1001, "a" * 4001, "å" * 10_001, "a" * 50_001, "😀" * 60_000, "a" * 1_000_000, "a " * 30_000,
        "1" * 11, "010190 12345", "\u202eabc", "e\u0301" * 300, "\U0010ffff", "İ" * 100, "ß", "ǆ",
        "<script>alert(1)</script>", "' OR 1=1 --", '";', "%", "_", "\\", "%s %(x)s %(", "{0}", "{{7*7}}", "${7*7}",
        "../../etc/passwd", "javascript:alert(1)", "http://[x", "https://[::1", "//" + TYPED_ADDRESS,
        "/\t/" + TYPED_ADDRESS, "/\t/[x", "https://" + TYPED_ADDRESS + "/" + "a" * 2000, "https://xn--",
        "https://a:99999/", "https://a:b/", "mailto:a@b", "kari@plass.test", "a@" + "b" * 260, "a" * 260 + "@b.no",
        "«a»@b.no", "a@ø.no", "a@[1]", "a@b..no", '"a b"@c.no', "a@xn--a.no", "a@" + "ø" * 60 + ".no",
        "a\r\nBcc: x@y.no", "a\x0bb", "a\x85b", "\x7f", "\x1b[0m", "310999999", "2" * 9, "NO 974 760 673 MVA",
        b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"a\x00b", b"\xf4\x90\x80\x80", b"%", b"+", b"&=;",
    )
)  # fmt: skip
ODD_NAMES = (
    "endpoint", "_external", "_anchor", "_scheme", "_method", "self", "values", "side", "q", "neste", "kommune",
    "version", "submit_key", "csrf_token", "orgnr", "code", "tasks-²", "tasks-" + "9" * 5000, "shifts-0-days",
    "shifts-99-starts_at", "shifts-x", "-", "", "a" * 5000, "__class__", "data", "errors", "add_row", "goto", "kind",
    "svar", "pause", "vis", "tall", "sjekk", "alle", "feil", "per", "lonn", "hendelse", "type", "side[]", "\x00",
)  # fmt: skip
HEADERS: tuple[tuple[str, str], ...] = (
    ("Host", ELSEWHERE), ("Host", ELSEWHERE + ":99999"), ("Host", "a b"), ("Host", ""),
    ("X-Forwarded-Host", ELSEWHERE), ("X-Forwarded-For", "1.2.3.4, nonsense"), ("Forwarded", "host=" + ELSEWHERE),
    ("Referer", "http://[x"), ("Referer", "//"), ("Referer", "http://localhost/" + "a" * 3000),
    ("Referer", "https://" + ELSEWHERE + "/a"), ("Origin", "null"), ("HX-Request", "true"),
    ("Accept-Language", "nn"), ("Accept-Language", "en"), ("Accept-Language", "nb;q=x,*;q=nan"),
    ("Accept-Language", "æ" * 300), ("Accept", "application/json"), ("Accept", "*/*;q=nonsense"),
    ("Cookie", "plass=nonsense"), ("Cookie", "plass=" + "a" * 5000), ("Cookie", "a=\"\\777"),
    ("If-Modified-Since", "yesterday"), ("If-None-Match", '"a'), ("If-None-Match", "*"), ("Range", "bytes=9-1"),
    ("Range", "bytes=0-0,5-9"), ("Authorization", "Basic !!!"), ("Content-Length", "x"),
    ("Transfer-Encoding", "chunked"), ("User-Agent", ""), ("Content-Encoding", "gzip"), ("Expect", "100-continue"),
    ("X-HTTP-Method-Override", "DELETE"),
)  # fmt: skip
FORM, PARTS, JSON, BYTES = "application/x-www-form-urlencoded", "multipart/form-data", "application/json", "text/plain"
BOUNDARY = "----plass"
FILE_NAMES = (
    "a.pdf", "", "../../x.png", "a" * 400 + ".pdf", "æ\u0301.docx", "a\x00.pdf", "con", ".pdf", "a.exe", 'a"b.pdf',
)  # fmt: skip
FILE_KINDS = ("application/pdf", "image/png", "x/y; charset=nonsense", "a" * 300)
FILE_BEGINNINGS = (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"", b"x" * 70_000, b"\xff\xd8\xff\xe0")
ODD_JSON = ('{"a": [1, {"b": null}]}', "[]", "[1]", "null", '"a"', "{", '{"kind": 1, "version": {}}')
ODD_METHODS = ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "GET", "POST")
KINDS = (*[FORM] * 7, *[PARTS] * 4, JSON, BYTES, PARTS + "; boundary=", "")
WAYS = (*["monster"] * 6, *["missing"] * 3, "blank first", "blank last", "blank", "other", "twice", "many", "two")

Pairs = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Sent:
    """One request, as it can be sent again: bytes are written as text of the same numbers (latin-1)."""

    persona: str
    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    content_type: str
    body: str

    def as_line(self) -> str:
        """For a recipe."""
        return json.dumps(asdict(self))


def sent_of(line: str) -> Sent:
    """One line of a recipe."""
    given = json.loads(line)
    given["headers"] = tuple((name, value) for name, value in given["headers"])
    return Sent(**given)


def shown_as_it_is(door: Door) -> Sent:
    """The page of a door, with nothing sent."""
    return Sent(door.persona, "GET", door.address, "", (), "", "")


hostile = st.one_of(
    st.sampled_from(MONSTERS),
    st.sampled_from(MONSTERS),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=20),
)


@st.composite
def requests(draw: st.DrawFn, doors: list[Door], personas: list[str]) -> Sent:
    """A request at any door. Most fields stay as they stand, so that what is hostile comes as far as it can."""
    door = draw(st.sampled_from(doors))
    how = draw(st.integers(0, 99))
    if how < 12 and door.method == "GET":
        return shown_as_it_is(door)
    persona = draw(st.sampled_from([NOBODY, *personas])) if how > 94 else door.persona
    pairs = _fields(draw, door)
    path = _path(draw, door) if how in range(85, 95) else door.address
    headers = tuple(draw(st.lists(st.sampled_from(HEADERS), max_size=2))) if how in range(70, 90) else ()
    method = draw(st.sampled_from(ODD_METHODS)) if how == 50 else door.method
    if door.method == "GET" or how in (51, 52):
        return Sent(persona, method, path, _encoded(pairs), headers, "", "")
    kind = draw(st.sampled_from(KINDS))
    return Sent(persona, method, path, "", headers, *_body(draw, kind, pairs))


def _fields(draw: st.DrawFn, door: Door) -> Pairs:
    """What stands in the fields, with a few of them changed, and now and then a name that nobody asked for."""
    pairs: Pairs = []
    turn = draw(st.integers(0, 15))
    changed = set(draw(st.lists(st.integers(0, max(0, len(door.fields) - 1)), max_size=4)))
    for place, (name, values) in enumerate(door.fields):
        shown = [one.encode() for one in values]
        if place in changed:
            pairs += _changed_field(draw, name.encode(), shown)
        elif shown:  # of several choices one, as it is with radio buttons
            pairs.append((name.encode(), shown[(turn + place) % len(shown)]))
    if draw(st.integers(0, 4)) == 0:
        pairs.append((draw(st.sampled_from(ODD_NAMES)).encode(), draw(hostile)))
    return pairs


def _changed_field(draw: st.DrawFn, name: bytes, shown: list[bytes]) -> Pairs:
    as_shown = draw(st.sampled_from(shown)) if shown else b"1"
    match draw(st.sampled_from(WAYS)):
        case "missing":
            values: list[bytes] = []
        case "blank":
            values = [b""]
        case "blank first":
            values = [b"", as_shown]
        case "blank last":
            values = [as_shown, b" "]
        case "other":
            values = [as_shown]
        case "twice":
            values = [*shown, *shown]
        case "many":
            values = [draw(hostile)] * 60
        case "two":
            values = [draw(hostile), draw(hostile)]
        case _:
            values = [draw(hostile)]
    return [(name, value) for value in values]


def _path(draw: st.DrawFn, door: Door) -> str:
    """The address with one of its parts replaced."""
    parts = door.address.split("/")
    place = draw(st.integers(1, len(parts) - 1)) if len(parts) > 1 else 0
    part = draw(hostile)[:9000]
    return "/".join([*parts[:place], quote_from_bytes(part, safe=""), *parts[place + 1 :]]) or "/"


def _encoded(pairs: Pairs) -> str:
    return "&".join(f"{quote_from_bytes(name, safe='')}={quote_from_bytes(value, safe='')}" for name, value in pairs)


def _body(draw: st.DrawFn, kind: str, pairs: Pairs) -> tuple[str, str]:
    """Content type and body."""
    if kind.startswith(PARTS):
        files = set(draw(st.lists(st.integers(0, len(pairs)), max_size=2)))
        body = _parts(draw, pairs, files)
        cut = draw(st.integers(0, 30)) == 0
        return f"{PARTS}; boundary={BOUNDARY}" if kind == PARTS else kind, body[: len(body) // 2] if cut else body
    if kind == JSON:
        return JSON, draw(st.sampled_from(ODD_JSON))
    if kind == BYTES:
        return BYTES, draw(st.binary(max_size=60)).decode("latin-1")
    return kind, _encoded(pairs)


def _parts(draw: st.DrawFn, pairs: Pairs, files: set[int]) -> str:
    told = []
    for place, (name, value) in enumerate(pairs):
        shown_name = name.decode("latin-1").replace('"', "%22").replace("\r", "").replace("\n", "")
        head, content = f'Content-Disposition: form-data; name="{shown_name}"', value
        if place in files:
            file_name = draw(st.sampled_from(FILE_NAMES)).encode().decode("latin-1")
            head += f'; filename="{file_name}"\r\nContent-Type: {draw(st.sampled_from(FILE_KINDS))}'
            content = draw(st.sampled_from(FILE_BEGINNINGS)) + value
        told.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n{content.decode('latin-1')}\r\n")
    return "".join(told) + f"--{BOUNDARY}--\r\n"


def as_stream(sent: Sent) -> io.BytesIO:
    """The body as it goes over the wire."""
    return io.BytesIO(sent.body.encode("latin-1"))
