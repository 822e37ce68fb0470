"""Pure rules on a case: what is missing, what was signed, what may be decided and why not."""
