"""How values are written: dates, numbers, labels, names of the catalogue."""
