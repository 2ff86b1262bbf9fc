"""How text comes in: article files."""
