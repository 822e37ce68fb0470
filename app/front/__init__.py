"""The first page of each audience, the menus, and the pages about Plass."""
