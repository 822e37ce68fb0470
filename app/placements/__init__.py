"""The shared plan as the web shows it: one form, one page and one set of acts for all three parties."""
