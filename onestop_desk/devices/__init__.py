"""Printers and scanners: one door each."""
