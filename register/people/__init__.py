"""People who sign in: their accounts and the mail to them."""
