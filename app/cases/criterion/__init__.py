"""One criterion on a page: what is shown of it, and what the forms for answers and findings share."""
