"""Who works here now."""
