"""One dossier, whole."""
