"""Registering (F2): from a person at the counter to a saved dossier and its receipt."""
