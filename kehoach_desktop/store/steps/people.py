"""What is kept of a person besides the telephone."""

PEOPLE = ("ALTER TABLE person ADD COLUMN zalo TEXT NOT NULL DEFAULT ''",)
