"""Health is for machines; metrics are only served where a setting says so."""

from app.access.rules import Access, everyone

ACCESS: dict[str, Access] = {
    "health.alive": everyone("watch that the process answers"),
    "health.ready": everyone("watch that the database answers"),
    "prometheus_metrics": everyone("read figures of operation, where the setting opens it"),
}
