"""The reporting period on screen: the sheet where answers are written."""
