"""What is known: tables, states, and what is read of places, candidates, proposals and placements.

Whoever holds rows of several kinds (`ground.locks.hold`) holds them in this order, or two could wait for each other:
candidate, placement, opening, proposal.
"""
