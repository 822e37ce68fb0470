"""The count towards the 1000 jobs: counting, hiding what is small, drawing."""
