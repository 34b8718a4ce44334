"""The catalogue's page: looking through procedures and changing what the office may change."""
