"""The demo's fictional employers, places and names as data."""
