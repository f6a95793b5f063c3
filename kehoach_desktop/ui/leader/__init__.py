"""Trang lãnh đạo: how the month stands, on one sheet of A4."""
