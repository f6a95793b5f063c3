"""The window: all of Qt lives here."""
