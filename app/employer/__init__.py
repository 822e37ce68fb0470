"""The employer's pages: /arbeidsgiver."""
