"""The first page of most audiences (the certifier's is that of cases), the menus, and the pages about Plass."""
