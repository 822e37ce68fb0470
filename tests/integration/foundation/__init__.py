"""What the house stands on: mail, scheduler, rate limits, forms, the demo."""
