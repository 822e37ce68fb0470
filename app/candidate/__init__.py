"""The young person's pages: /min-side."""
