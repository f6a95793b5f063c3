"""A file from outside becomes what was understood of it, and what was doubted."""
