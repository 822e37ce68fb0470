"""The web: the only floor that knows Flask, forms, templates, mail, PDF, the scheduler and HTTP clients."""
