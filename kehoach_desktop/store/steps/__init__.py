"""The tables, one released step a module; a released step is history: add, never edit."""
