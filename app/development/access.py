"""Development pages are open to everyone; they exist only in the demo and where a setting allows it."""

from app.access.rules import Access, everyone

ACCESS: dict[str, Access] = {
    "development.components": everyone("see the components"),
}
