"""Dry runs: two engines on the newest articles of a language, before a route is changed. Readers see nothing of it."""
