"""The criteria as data: editions, which of them apply to whom, what they ask."""
