"""The user's verbs: each is one transaction that says what it changed."""
