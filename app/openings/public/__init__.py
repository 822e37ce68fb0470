"""The public pages and feeds of paid places."""
