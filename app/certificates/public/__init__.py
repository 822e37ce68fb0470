"""The public pages of certificates and certified employers."""
