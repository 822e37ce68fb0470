"""The NAV counsellor's pages: /veileder."""
