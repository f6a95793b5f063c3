"""What an answer gained: next steps, an officer, files as evidence, corrections after closing."""

ANSWERS = (
    "ALTER TABLE progress_entry ADD COLUMN next_steps TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE task ADD COLUMN officer TEXT NOT NULL DEFAULT ''",
    # The files themselves lie beside the store, each under its sum.
    """CREATE TABLE attachment (
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        PRIMARY KEY (task, period, sha256)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attachment_period ON attachment (period)",
    # Returned files that need no second look, by the sum of their bytes.
    """CREATE TABLE form_file (
        period TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        file TEXT NOT NULL,
        PRIMARY KEY (period, sha256)
    ) STRICT, WITHOUT ROWID""",
    # `paper` is the issued report that the change leaves behind, '' where none was issued.
    """CREATE TABLE correction (
        id TEXT PRIMARY KEY,
        period TEXT NOT NULL,
        at TEXT NOT NULL,
        unit TEXT NOT NULL,
        file TEXT NOT NULL,
        reason TEXT NOT NULL,
        cells INTEGER NOT NULL,
        paper TEXT NOT NULL,
        settled TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX correction_period ON correction (period, at)",
)
