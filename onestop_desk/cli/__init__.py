"""The same program without a window (cli.md): same services, same rules, same messages."""
