"""Paper: a frozen dataclass in, bytes out; the same data gives the same bytes."""
