"""Quotation marks: who said what can still be told."""

from lingotype.translation.checks.quotes.check import Quotes

__all__ = ["Quotes"]
