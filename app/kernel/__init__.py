"""What every page stands on: access, sign-in, database, forms, errors, languages, logs, PDF, mail."""
