"""How one joins: registering an employer, authority to bind it, invitations."""
