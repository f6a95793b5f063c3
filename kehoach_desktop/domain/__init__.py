"""Words and rules of the office: values and pure functions, no file, no database, no window."""
