"""The employer's pages of its places."""
