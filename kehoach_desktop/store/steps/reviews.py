"""What an officer let stand in a review."""

REVIEWS = (
    # What an officer let stand; `digest` is the sum over the answer that was looked at.
    """CREATE TABLE review_accepted (
        period TEXT NOT NULL,
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        concern TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (period, task, concern, digest)
    ) STRICT, WITHOUT ROWID""",
)
