"""Papers of every kind: filled in, seen page by page, checked, issued."""
