"""The employer's own pages of itself."""
