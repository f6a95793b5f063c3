"""The only room with SQL: rows on one side, values of the domain on the other."""
