"""Lingotype publishes an article in every language its readers speak."""

__version__ = "0.1.0"
