"""The screen of the community digital teams."""
