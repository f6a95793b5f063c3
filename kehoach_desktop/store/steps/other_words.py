"""What a second unit said of a task, where it was not taken for it contradicts the first."""

OTHER_WORDS = (
    """CREATE TABLE other_word (
        period TEXT NOT NULL,
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit TEXT NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY (period, task, unit)
    ) STRICT, WITHOUT ROWID""",
)
