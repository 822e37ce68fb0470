"""The candidate's own pages."""
