"""Reading what matching keeps: getters that raise NotFound, and lists for pages."""
