"""The ground: what every floor stands on."""
