"""How stories leave: feeds and sitemaps."""
