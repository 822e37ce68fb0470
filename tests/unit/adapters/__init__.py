"""The adapters to the outside world, against recorded answers."""
