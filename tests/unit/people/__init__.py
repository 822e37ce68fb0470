"""People and their mailboxes."""
