"""The tables of the certification: editions, assessments with answers and evidence, reviews and decisions."""
