"""Texts that memory holds and that are nearly this one: shown at the desk, never used by themselves."""
