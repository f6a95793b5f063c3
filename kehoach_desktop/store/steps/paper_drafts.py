"""What was filled in for a paper that is still being written."""

PAPER_DRAFTS = (
    """CREATE TABLE paper_draft (
        kind TEXT PRIMARY KEY,
        given TEXT NOT NULL,
        number INTEGER,
        issued_on TEXT
    ) STRICT, WITHOUT ROWID""",
)
