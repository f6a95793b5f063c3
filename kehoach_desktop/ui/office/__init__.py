"""The particulars of the office on screen."""
