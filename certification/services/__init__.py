"""What can be done in the certification. Services check, write, audit and flush; the edge commits."""
