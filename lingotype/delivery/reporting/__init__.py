"""How readers tell that a paragraph of a translation is wrong."""
