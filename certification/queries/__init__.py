"""Reading certificates and the network: getters that raise NotFound, and lists for pages."""
