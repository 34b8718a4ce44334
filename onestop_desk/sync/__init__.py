"""One round with the centre: push, pull, rejoin (sync.md); no loop, no thread, no Qt, no transaction of its own."""
