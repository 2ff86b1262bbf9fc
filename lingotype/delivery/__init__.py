"""How readers get pages."""
