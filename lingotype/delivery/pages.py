"""Each kind of page: from the tree to its template."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from lingotype.delivery import side_by_side
from lingotype.delivery.context import Surroundings, base_context, page_meta, surroundings, versions_of
from lingotype.delivery.feeds import feeds_of
from lingotype.delivery.page_links import settle_links
from lingotype.delivery.related import earlier_and_related
from lingotype.delivery.static_copy import further_page, is_copying
from lingotype.delivery.story import news_article, original_page, story
from lingotype.delivery.teasers import Teaser, photo, public_articles, teasers
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage
from lingotype.newsroom.models.article import SIDE_BY_SIDE
from lingotype.newsroom.pictures import renditions_of

PAGE_SIZE = 20
_FRONT_ARTICLES = 80
_TOP, _LATEST, _A_SECTION = 4, 6, 4
_ENOUGH_FOR_LATEST = 24


def render(request: HttpRequest, page: Page, view: str = "") -> HttpResponse:
    """Answer a page of the tree. `view` names another view of it."""
    around = surroundings(page.locale)
    around.here = page.url or ""
    around.versions = versions_of(page) or {page.locale.language_code: around.here}
    if view == SIDE_BY_SIDE:
        return _side_by_side(request, page, around)
    return _RENDERERS[type(page)](request, page, around)


def listing(
    request: HttpRequest, articles: "QuerySet[ArticlePage]", around: Surroundings
) -> tuple[list[Teaser], dict[str, Any] | None]:
    """One page of a list of articles, and where the pages before and after it are."""
    paginator = Paginator(articles, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("page"))
    shown = teasers(page.object_list, around.sections)
    if paginator.num_pages == 1:
        return shown, None
    query = request.GET.copy()

    def url(number: int) -> str:
        if is_copying():
            return further_page(around.here, number)
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return shown, {
        "number": page.number,
        "count": paginator.num_pages,
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }


def _front(request: HttpRequest, page: FrontPage, around: Surroundings) -> HttpResponse:
    shown = teasers(public_articles(page.locale)[:_FRONT_ARTICLES], around.sections)
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
    return _place(request, page, around, "section", public_articles(page.locale).filter(path__startswith=page.path))


def _edition(request: HttpRequest, page: EditionPage, around: Surroundings) -> HttpResponse:
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
    _prepare_body(page)
    return _answer(request, page.template, page, around, page_meta(around, page.title))


def _article(request: HttpRequest, page: ArticlePage, around: Surroundings) -> HttpResponse:
    section = around.sections.get(page.path[: -ArticlePage.steplen]) or page.get_parent().specific
    tags = list(page.tags.prefetch_related("names"))
    told = story(page, section, tags, around.links.contact_email)
    boxed = [block.value["article"] for block in page.body if block.block_type == "on_the_subject"]
    before, related = earlier_and_related(
        page, [tag.pk for tag in tags], without=[other.translation_key for other in boxed if other]
    )
    _prepare_body(page)
    keys = {edition.translation_key for edition in page.editions.all()}
    promoted = next((edition for edition in around.editions if edition.translation_key in keys), None)
    meta = page_meta(
        around, page.title, description=page.search_description or page.dek, image=told.share_image, is_article=True,
        json_ld=news_article(page, told), default=told.original.lang.code if told.original else page.lang,
    )  # fmt: skip
    shown = teasers([*before, *related], around.sections)
    return _answer(
        request, page.template, page, around, meta, story=told, earlier=shown[: len(before)],
        read_also=shown[len(before) :],
        edition_promo={"title": promoted.title, "url": promoted.url, "promo": promoted.promo} if promoted else None,
    )  # fmt: skip


def _prepare_body(page: ArticlePage | StaticPage) -> None:
    """Give the blocks what their templates show: pictures in prepared sizes, articles in the reader's language."""
    pictures = [block.value for block in page.body if block.block_type == "image"]
    sizes = renditions_of(value["image"] for value in pictures if value["image"])
    for value in pictures:
        value.photo = photo(value["image"], sizes, value["alt"], value["caption"], value["credit"])
    settle_links(page, lang=page.locale.language_code)


def _side_by_side(request: HttpRequest, page: ArticlePage, around: Surroundings) -> HttpResponse:
    original = original_page(page)
    if original is None:
        raise Http404
    section = around.sections.get(page.path[: -ArticlePage.steplen]) or page.get_parent().specific
    told = story(page, section, [], around.links.contact_email)
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
