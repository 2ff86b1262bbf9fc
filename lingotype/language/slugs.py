"""Addresses that people can read: a title as lower-case Latin words."""

import re

from slugify import slugify

from lingotype.language.transliteration import to_latin

NOTHING_LEFT = "article"


def slug(text: str, lang: str, *, max_length: int = 80) -> str:
    """The text as `a-z0-9` words joined by hyphens, cut at a word, at most `max_length` long and never empty.

    Letters go by the language's own rules (`to_latin`); an apostrophe inside a word joins, everything else parts.
    """
    return latin_words(text, lang, max_length=max_length) or NOTHING_LEFT[:max_length]


def latin_words(text: str, lang: str, *, max_length: int = 80) -> str:
    """The same, but empty where the text holds nothing that an address could be made of."""
    latin = to_latin(text, lang)
    latin = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", latin)
    latin = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", "-", latin)  # 3,5 is not 35; slugify joins 1,400 itself
    return str(slugify(latin, max_length=max_length, word_boundary=True, save_order=True))
