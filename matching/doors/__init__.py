"""The young person's own doors: something held (a code, a telephone, a link in a mail) and a PIN of their own."""
