"""OneStop Desk: the counter program of a Vietnamese one-stop office."""

__version__ = "0.1.0"
