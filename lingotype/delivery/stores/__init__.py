"""Where stored pages are kept; each kind of store is one file."""
