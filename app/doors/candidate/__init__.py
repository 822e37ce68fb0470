"""The pages at the door, and those behind it that tell of the doors."""
