"""Ukrainian dates and times."""
