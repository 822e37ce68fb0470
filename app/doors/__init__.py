"""The young person's own doors: coming in with something held and a PIN, a forgotten PIN, known telephones."""
