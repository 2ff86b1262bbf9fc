"""Links inside texts to pages of this site: to the reader's own language where the page stands in it."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from django.conf import settings
from wagtail.models import Page
from wagtail.rich_text import RichText

from lingotype.delivery import reads
from lingotype.delivery.teasers import Link
from lingotype.newsroom.models import ArticlePage, StaticPage
from lingotype.newsroom.serving import path_of

_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="([^"]*)"[^>]*>')
_KEY = re.compile(r"\d{1,18}", re.ASCII)


def linked(html: str) -> list[int]:
    """The keys of the pages that a rich text links to."""
    return [int(key) for key in _PAGE_LINK.findall(html) if _KEY.fullmatch(key)]


def with_addresses(html: str, pages: Mapping[int, Link]) -> str:
    """Rich text whose links to pages of this site are addresses; a link to a page that is gone leads nowhere."""

    def tag(match: re.Match[str]) -> str:
        page = pages.get(int(match[1])) if _KEY.fullmatch(match[1]) else None
        return f'<a href="{escape(page.url)}">' if page else "<a>"

    return _PAGE_LINK.sub(tag, html)


def public_pages(keys: Iterable[int], lang: str) -> dict[int, Link]:
    """Public pages by key, each in the reader's language where it is public in it, else as it was linked.

    Asks the database once, and not at all for no keys.
    """
    keys = set(keys)
    if not keys:
        return {}
    linked_pages = Page.objects.filter(pk__in=keys)
    rows = list(
        Page.objects.filter(translation_key__in=linked_pages.values("translation_key"))
        .filter(locale__language_code__in=settings.LINGOTYPE.languages)
        .values_list("live", "pk", "translation_key", "locale__language_code", "url_path", "title")
    )
    reads.note(*(reads.page_key(key) for key in keys))
    for _, pk, key, *_ in rows:
        reads.note(reads.page_key(pk), reads.version_key(key))
    live = [row for is_live, *row in rows if is_live]
    theirs = {key: Link(title, path_of(code, path)) for _, key, code, path, title in live if code == lang}
    return {pk: theirs.get(key) or Link(title, path_of(code, path)) for pk, key, code, path, title in live}


def settle_links(*pages: ArticlePage | StaticPage, lang: str) -> None:
    """Make every link and every “on the subject” box of these pages' bodies an address for readers of `lang`.

    The pages are for showing only from then on. A box about what is not public has `None` for its article.
    """
    texts, boxes = [], []
    for block in (block for page in pages for block in page.body):
        if isinstance(block.value, RichText):
            texts.append(block.value)
        elif block.block_type == "quotation":
            texts.append(block.value["text"])
        elif block.block_type == "on_the_subject" and block.value["article"]:
            boxes.append(block.value)
    keys = [key for text in texts for key in linked(text.source)]
    found = public_pages([*keys, *(box["article"].pk for box in boxes)], lang)
    for text in texts:
        text.source = with_addresses(text.source, found)
    for box in boxes:
        box["article"] = found.get(box["article"].pk)
