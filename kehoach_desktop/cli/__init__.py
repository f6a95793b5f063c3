"""The command line: arguments in, JSON or a sentence out; no Qt."""
