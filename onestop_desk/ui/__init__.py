"""The window: asks and shows."""
