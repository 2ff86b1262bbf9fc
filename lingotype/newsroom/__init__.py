"""What journalists write: articles, sections, editions, people, tags, pictures, sources."""
