"""Activities of the teams and the figures of the villages in the window."""
