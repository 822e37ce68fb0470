"""What every page stands on: mail, scheduler, rate limits, forms, what the database refuses."""
