"""The criteria: editions, which of them apply to whom, what they measure."""
