"""Online requests that wait to be accepted at the counter."""
