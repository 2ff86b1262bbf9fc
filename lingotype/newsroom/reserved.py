"""Slugs that sections, editions and static pages cannot have: the site answers these addresses itself."""

RESERVED_SLUGS = frozenset({"search", "tag", "people", "corrections", "feed.xml", "feed.json"})
"""The words that stand right below a language in `config/urls.py`, before the pages of the tree."""
