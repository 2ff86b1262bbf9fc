"""Hebrew times."""
