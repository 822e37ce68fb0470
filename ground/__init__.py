"""What every subject stands on; it knows no subject and none of their words."""
