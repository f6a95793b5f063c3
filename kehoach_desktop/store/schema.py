"""What tells our file from any other, and the names of the steps that brought it up to date."""

from __future__ import annotations

APPLICATION_ID = 0x4B485841  # "KHXA", what tells our file from any other
MIGRATION_SET = "kehoach"

# A new one goes to the end with the next number, and its statements to the end of `migrations`.
STEPS = (
    "0001_first",
    "0002_duties",
    "0003_return_forms",
    "0004_teams",
    "0005_mappings",
    "0006_reviews",
    "0007_issued_papers",
    "0008_answers",
    "0009_papers",
    "0010_activities",
    "0011_villages",
    "0012_other_words",
    "0013_paper_drafts",
    "0014_people",
)
