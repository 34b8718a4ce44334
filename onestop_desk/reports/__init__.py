"""Figures: rows in, workbooks out."""
