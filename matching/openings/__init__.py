"""Places: written, checked, published, searched, expired."""
