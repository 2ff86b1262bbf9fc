"""Belarusian dates and times."""
