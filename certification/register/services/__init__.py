"""What can be done in the register: sign in, register an employer, confirm authority, give and take roles."""
