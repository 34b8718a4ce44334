"""The list of dossiers (F7)."""
