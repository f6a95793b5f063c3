"""Papers as they were issued."""

ISSUED = (
    """CREATE TABLE issued_paper (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        symbol TEXT NOT NULL,
        issued_on TEXT NOT NULL,
        subject TEXT NOT NULL,
        signer TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        data TEXT NOT NULL,
        replaces TEXT NOT NULL,
        file BLOB NOT NULL,
        UNIQUE (year, series, number)
    ) STRICT""",
)
