"""The rules of the counter as pure values and functions: standard library only, no clock, no file."""
