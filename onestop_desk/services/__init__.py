"""What a clerk can do: plain functions on a Desk, one transaction each."""
