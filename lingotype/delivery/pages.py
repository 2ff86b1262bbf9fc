"""Each kind of page: from the tree to its template."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from lingotype.delivery import reads, side_by_side
from lingotype.delivery.bylines import byline, tags_of
from lingotype.delivery.context import Surroundings, base_context, page_meta, surroundings, versions_of
from lingotype.delivery.feeds import feeds_of
from lingotype.delivery.newest import newest, numbers_of
from lingotype.delivery.page_links import settle_links
from lingotype.delivery.read_next import read_next
from lingotype.delivery.static_copy import further_page, is_copying
from lingotype.delivery.story import news_article, original_page, pictures_of, story
from lingotype.delivery.teasers import Teaser, articles_of, cards, lacking_cards, photo, public_articles, teasers
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage
from lingotype.newsroom.models.article import SIDE_BY_SIDE
from lingotype.newsroom.pictures import Sizes, renditions_of

PAGE_SIZE = 20
_DIGITS = 6
"""Of the number of a page: no list has more."""
_FRONT_ARTICLES = 80
_TOP, _LATEST, _A_SECTION = 4, 6, 4
_ENOUGH_FOR_LATEST = 24


def render(request: HttpRequest, page: Page, view: str = "") -> HttpResponse:
    """Answer a page of the tree. `view` names another view of it."""
    if page.pk:
        reads.note(reads.page_key(page.pk))
    around = surroundings(page.locale, page if isinstance(page, ArticlePage) else None)
    around.here = page.url or ""
    versions = versions_of(page)
    around.versions = {one.code: one.path for one in versions} or {page.locale.language_code: around.here}
    if isinstance(page, ArticlePage) and not page.is_original:
        around.original = next((one for one in versions if one.is_original), None)
        if around.original:
            reads.note(reads.page_key(around.original.pk))
    if view == SIDE_BY_SIDE:
        return _side_by_side(request, page, around)
    return _RENDERERS[type(page)](request, page, around)


def listing(
    request: HttpRequest, articles: "QuerySet[ArticlePage]", around: Surroundings
) -> tuple[list[Teaser], dict[str, Any] | None]:
    """One page of a list of articles, and where the pages before and after it are."""
    numbers, pages = part_of_list(request, articles, around)
    return teasers(numbers, around.locale, around.sections), pages


def part_of_list(
    request: HttpRequest, articles: "QuerySet[ArticlePage]", around: Surroundings
) -> tuple[list[int], dict[str, Any] | None]:
    """The numbers of the articles on one page of a list, and where the pages before and after it are.

    A page after the last one is the last one. Only for that is anything counted: each new article changes the first
    page of a dozen lists, and counting an author's hundred thousand takes a tenth of a second.
    """
    number = _asked_for(request)
    numbers = _and_one_more(articles, number)
    if not numbers and number > 1:
        number = max(ceil(articles.count() / PAGE_SIZE), 1)
        numbers = _and_one_more(articles, number)
    is_last = len(numbers) <= PAGE_SIZE
    if number == 1 and is_last:
        return numbers, None
    query = request.GET.copy()

    def url(number: int) -> str:
        if is_copying():
            return further_page(around.here, number)
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    before, after = url(number - 1) if number > 1 else "", "" if is_last else url(number + 1)
    return numbers[:PAGE_SIZE], {"number": number, "previous_url": before, "next_url": after}


def _asked_for(request: HttpRequest) -> int:
    """The number of the page of a list; the first one's where none is asked for that can be."""
    asked = request.GET.get("page", "")
    return max(int(asked[:_DIGITS]), 1) if asked[:_DIGITS].isdecimal() else 1


def _and_one_more(articles: "QuerySet[ArticlePage]", number: int) -> list[int]:
    """The numbers of the articles on that page, and of the next one after them."""
    first = (number - 1) * PAGE_SIZE
    if not first:
        return newest(articles, PAGE_SIZE + 1)
    return list(numbers_of(articles)[first : first + PAGE_SIZE + 1])


def _front(request: HttpRequest, page: FrontPage, around: Surroundings) -> HttpResponse:
    reads.note(reads.list_key(around.lang.code))
    shown = teasers(newest(public_articles(page.locale), _FRONT_ARTICLES), page.locale, around.sections)
    with_photo = next((teaser for teaser in shown if teaser.photo), None)
    lead = with_photo or (shown[0] if shown else None)
    rest = [teaser for teaser in shown if teaser is not lead]
    # A small paper's newest stories all stand in its sections' shelves already: nothing is shown twice.
    latest = rest[_TOP : _TOP + _LATEST] if len(rest) >= _ENOUGH_FOR_LATEST else []
    by_section = [
        {"title": section.title, "url": section.url, "teasers": _of_section(rest[_TOP + len(latest) :], path)}
        for path, section in around.sections.items()
    ]
    meta = page_meta(
        around, settings.LINGOTYPE.site_name, description=page.tagline, feeds=feeds_of(page),
        image=lead.photo.src if lead and lead.photo else "",
    )  # fmt: skip
    context = {"lead": lead, "top": rest[:_TOP], "latest": latest, "by_section": by_section}
    return _answer(request, page.template, page, around, meta, front=page, **context)


def _of_section(shown: Sequence[Teaser], path: str) -> list[Teaser]:
    return [teaser for teaser in shown if teaser.section_path == path][:_A_SECTION]


def _section(request: HttpRequest, page: SectionPage, around: Surroundings) -> HttpResponse:
    reads.note(reads.list_key(around.lang.code, "section", page.path))
    return _place(request, page, around, "section", articles_of(page))


def _edition(request: HttpRequest, page: EditionPage, around: Surroundings) -> HttpResponse:
    reads.note(reads.list_key(around.lang.code, "edition", page.translation_key))
    articles = public_articles(page.locale).filter(editions__translation_key=page.translation_key)
    return _place(request, page, around, "edition", articles)


def _place(
    request: HttpRequest,
    page: SectionPage | EditionPage,
    around: Surroundings,
    kind: str,
    articles: "QuerySet[ArticlePage]",
) -> HttpResponse:
    shown, pages = listing(request, articles, around)
    heading = {"title": page.title, "intro": page.intro, "kind": kind}
    meta = page_meta(around, page.title, description=page.intro, feeds=feeds_of(page))
    return _answer(request, page.template, page, around, meta, heading=heading, teasers=shown, pages=pages)


def _static(request: HttpRequest, page: StaticPage, around: Surroundings) -> HttpResponse:
    inside = [block.value["image"] for block in page.body if block.block_type == "image"]
    _give_photos(page, renditions_of(picture for picture in inside if picture))
    settle_links(page, lang=around.lang.code)
    return _answer(request, page.template, page, around, page_meta(around, page.title))


def _article(request: HttpRequest, page: ArticlePage, around: Surroundings) -> HttpResponse:
    section = around.sections.get(page.path[: -ArticlePage.steplen]) or page.get_parent().specific
    is_draft = getattr(request, "is_preview", False)
    tags = tags_of(page, is_draft=is_draft)
    boxed = [block.value["article"] for block in page.body if block.block_type == "on_the_subject"]
    before, related = read_next(
        page, [tag.pk for tag in tags], without=[other.translation_key for other in boxed if other]
    )
    found = lacking_cards({*before, *related}, page.locale)
    sizes = renditions_of((*pictures_of(page), *(one.lead_image for one in found.values() if one.lead_image)))
    told = story(page, around, section, tags=tags, authors=byline(page, is_draft=is_draft), sizes=sizes)
    _give_photos(page, sizes)
    settle_links(page, lang=around.lang.code)
    meta = page_meta(
        around, page.title, description=page.search_description or page.dek, image=told.share_image, is_article=True,
        json_ld=news_article(page, told), default=told.original.lang.code if told.original else page.lang,
    )  # fmt: skip
    shown = cards((*before, *related), found, around.sections, sizes)
    promo = around.promoted
    return _answer(
        request, page.template, page, around, meta, story=told, earlier=[shown[pk] for pk in before if pk in shown],
        read_also=[shown[pk] for pk in related if pk in shown],
        edition_promo={"title": promo.title, "url": promo.url, "promo": promo.promo} if promo else None,
    )  # fmt: skip


def _give_photos(page: ArticlePage | StaticPage, sizes: Sizes) -> None:
    """Give the pictures of a body what their template shows."""
    for value in (block.value for block in page.body if block.block_type == "image"):
        value.photo = photo(value["image"], sizes, value["alt"], value["caption"], value["credit"])


def _side_by_side(request: HttpRequest, page: ArticlePage, around: Surroundings) -> HttpResponse:
    original = original_page(page)
    if original is None:
        raise Http404
    section = around.sections.get(page.path[: -ArticlePage.steplen]) or page.get_parent().specific
    told = story(page, around, section)
    settle_links(original, page, lang=page.lang)
    meta = page_meta(around, page.title, noindex=True)
    return _answer(
        request, "pages/side_by_side.html", page, around, meta, story=told, original=told.original,
        rows=side_by_side.rows(original, page),
    )  # fmt: skip


def _answer(
    request: HttpRequest, template: str, page: Page, around: Surroundings, meta: Any, **context: Any
) -> HttpResponse:
    return TemplateResponse(request, template, {**base_context(around, meta), "page": page, **context})


_RENDERERS: dict[type[Page], Callable[[HttpRequest, Any, Surroundings], HttpResponse]] = {
    FrontPage: _front,
    SectionPage: _section,
    EditionPage: _edition,
    StaticPage: _static,
    ArticlePage: _article,
}
