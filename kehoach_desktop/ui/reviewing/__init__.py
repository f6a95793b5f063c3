"""Rà soát: what wants a second look before the report."""
