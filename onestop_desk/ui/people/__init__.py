"""The people of this desk."""
