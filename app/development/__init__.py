"""Pages for those who build Plass: the components shown together."""
