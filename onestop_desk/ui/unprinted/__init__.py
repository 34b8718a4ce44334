"""Papers that are not on paper yet."""
