"""Sync in the window: rounds beside the work, how it stands, what waits for a person."""
