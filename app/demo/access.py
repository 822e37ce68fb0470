"""The demo is open to everyone; it exists only where the settings allow it."""

from app.access.rules import Access, everyone

ACCESS: dict[str, Access] = {
    "demo.people": everyone("choose whom to be in the demo"),
    "demo.sign_in": everyone("become a demo person"),
    "demo.mailbox": everyone("read the demo's mail"),
}
