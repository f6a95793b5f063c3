"""Files handed to the units and taken back from them."""
