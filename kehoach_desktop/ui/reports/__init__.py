"""The report on screen: its text, what is missing, and the paper."""
