"""A placement from the first draft of its agreement to its ending, with approvals and follow-up."""
