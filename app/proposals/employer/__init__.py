"""The employer's pages of candidates who said yes."""
