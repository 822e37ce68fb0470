"""What can be done: each service checks the rules, writes, audits and flushes."""
