"""Sổ sách: the office's books as PDF, and papers that belong to no one dossier."""
