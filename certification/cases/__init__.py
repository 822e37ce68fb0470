"""One certification round: the employer's answers, the certifier's findings, what the rules say of them."""
