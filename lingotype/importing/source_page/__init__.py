"""A source's page or file: fetched within limits, and the article's text taken out of it."""
