"""The open data is open."""

from app.access.rules import Access, everyone

ACCESS: dict[str, Access] = {
    "api.certificate": everyone("check an employer's certificate"),
    "api.progress": everyone("take the figures as open data"),
    "api.progress_csv": everyone("take the figures as open data"),
}
