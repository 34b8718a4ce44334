"""F4, the return page."""
