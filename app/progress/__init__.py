"""The figures towards the 1000 jobs, as the public page, the open data and the county's own page all show them."""
