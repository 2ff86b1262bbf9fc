"""Corrections: written once by an editor, and followed into every language."""
