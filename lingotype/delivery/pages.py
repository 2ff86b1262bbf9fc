"""Each kind of page: from the tree to its template."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
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
COUNTED, _DIGITS = 400, 6
"""Articles up to which a list says how many pages it has. Counting an author's hundred thousand takes a tenth of a
second, and every new article would do that for each list that it stands in."""
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
    shown, pages, count = part_of_list(request, articles, around)
    is_first = pages is None or pages["number"] == 1
    numbers = newest(articles, min(PAGE_SIZE, count)) if is_first else list(numbers_of(shown))
    return teasers(numbers, around.locale, around.sections), pages


def part_of_list(
    request: HttpRequest, articles: "QuerySet[ArticlePage]", around: Surroundings
) -> tuple["QuerySet[ArticlePage]", dict[str, Any] | None, int]:
    """The articles of one page of a list, where the pages before and after it are, and how many there are at least."""
    paginator = _Pages(articles, request.GET.get("page", ""))
    page = paginator.get_page(request.GET.get("page"))
    first = (page.number - 1) * PAGE_SIZE
    shown = articles[first : first + PAGE_SIZE]
    if paginator.num_pages == 1:
        return shown, None, paginator.count
    query = request.GET.copy()

    def url(number: int) -> str:
        if is_copying():
            return further_page(around.here, number)
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    links = {
        "number": page.number,
        "count": paginator.num_pages if paginator.is_counted else None,
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }
    return shown, links, paginator.count


class _Pages(Paginator):  # type: ignore[type-arg]  # generic in the stubs only
    """The pages of a list, which is counted as far as the one that is asked for needs it."""

    def __init__(self, articles: "QuerySet[ArticlePage]", asked: str) -> None:
        super().__init__(articles, PAGE_SIZE)
        number = int(asked[:_DIGITS]) if asked[:_DIGITS].isdecimal() else 1
        self._articles = articles
        self._most = max(COUNTED, number * PAGE_SIZE)

    @cached_property
    def count(self) -> int:
        """How many articles there are, or one more than had to be known."""
        return numbers_of(self._articles).order_by()[: self._most + 1].count()

    @property
    def is_counted(self) -> bool:
        """Whether that is all of them."""
        return self.count <= self._most


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
