"""The employer's pages of its case."""
