"""The count towards the 1000 jobs: figures, pages, open data, traces."""
