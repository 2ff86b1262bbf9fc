"""Russian dates and times."""
