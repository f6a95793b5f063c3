"""What was learnt about the papers of others."""

MAPPINGS = (
    # How an issuing body's columns were read by hand: both keys are folded words.
    """CREATE TABLE column_reading (
        issuer TEXT NOT NULL,
        heading TEXT NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (issuer, heading)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE commune_word (
        word TEXT PRIMARY KEY,
        never INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
