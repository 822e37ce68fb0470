"""Who exists: organisations, workplaces, people, roles, municipalities, the audit log and the mail outbox."""
