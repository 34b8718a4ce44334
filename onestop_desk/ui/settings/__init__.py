"""What the administrator chooses."""
