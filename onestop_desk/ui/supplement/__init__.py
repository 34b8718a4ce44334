"""F8: what waits for papers, what is asked for, what was brought."""
