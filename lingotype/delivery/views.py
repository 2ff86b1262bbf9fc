"""Public addresses that are no pages of the tree: tags, people, search, the way to the reader's language."""

import sys
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request
from django.utils.translation import gettext as _
from wagtail.models import Locale

from lingotype.delivery import reads
from lingotype.delivery import search as searching
from lingotype.delivery.context import Surroundings, base_context, everywhere, page_meta, surroundings
from lingotype.delivery.corrections import CORRECTIONS, corrected, corrected_articles
from lingotype.delivery.fragments import fragment
from lingotype.delivery.not_found import not_found_path
from lingotype.delivery.pages import listing, part_of_list
from lingotype.delivery.static_copy import is_copying
from lingotype.delivery.stores.installed import store
from lingotype.delivery.teasers import photo, public_articles
from lingotype.newsroom.models import Person, Tag
from lingotype.newsroom.pictures import renditions_of

_RETRY_SECONDS = 30
"""When to ask again while the database does not answer."""


def to_reader_language(request: HttpRequest) -> HttpResponse:
    """From `/` to the front page in the language that the reader's browser asks for."""
    asked = get_language_from_request(request)
    readers = settings.LINGOTYPE.readers
    response = HttpResponseRedirect(f"/{asked if asked in readers else readers[0]}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of a tag."""
    record = fragment(("tag", slug), lambda: _tag(slug))
    around = _around("tag", slug)
    reads.note(reads.list_key(around.lang.code, "tag", record.pk))
    shown, pages = listing(request, public_articles(around.locale).filter(tags=record), around)
    heading = {"title": record.name_in(around.lang.code), "intro": "", "kind": "tag"}
    meta = page_meta(around, heading["title"])
    return _answer(request, "pages/tag.html", around, meta, heading=heading, teasers=shown, pages=pages)


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """An author, and what they wrote."""
    record = fragment(("person", slug), lambda: _person(slug))
    around = _around("person", slug)
    reads.note(reads.list_key(around.lang.code, "person", record.pk))
    articles = public_articles(around.locale).filter(article_authors__person=record)
    shown, pages = listing(request, articles, around)
    name, text = record.name_in(around.lang.code), record.text_in(around.lang.code)
    sizes = renditions_of([record.photo] if record.photo else [])
    shown_person = {
        "name": name,
        "role": text.role if text else "",
        "bio": text.bio if text else "",
        "photo": photo(record.photo, sizes, name),
    }
    heading = {"title": name, "intro": "", "kind": "person"}
    return _answer(
        request, "pages/person.html", around, page_meta(around, name), heading=heading, person=shown_person,
        teasers=shown, pages=pages,
    )  # fmt: skip


def _tag(slug: str) -> Tag:
    record = get_object_or_404(Tag.objects.prefetch_related("names"), slug=slug)
    reads.note(reads.record_key("tag", record.pk))
    return record


def _person(slug: str) -> Person:
    record = get_object_or_404(Person.objects.select_related("photo").prefetch_related("texts"), slug=slug)
    reads.note(reads.record_key("person", record.pk))
    if record.photo:
        reads.note(reads.record_key("picture", record.photo.pk))
    return record


def corrections(request: HttpRequest) -> HttpResponse:
    """What the paper got wrong and put right, in the reader's language, the newest first."""
    around = _around("corrections")
    reads.note(reads.list_key(around.lang.code, CORRECTIONS))
    articles = corrected_articles(around.locale)
    numbers, pages = part_of_list(request, articles, around)
    title = _("Corrections")
    heading = {"title": title, "intro": "", "kind": "corrections"}
    meta = page_meta(around, title)
    return _answer(
        request,
        "pages/corrections.html",
        around,
        meta,
        heading=heading,
        corrected=corrected(articles.filter(pk__in=numbers)),
        pages=pages,
    )


def search(request: HttpRequest) -> HttpResponse:
    """Search in the reader's language. Never indexed by search engines."""
    around = _around("search")
    typed = request.GET.get("q", "").replace("\0", "").strip()[: searching.MAX_LENGTH]
    query = searching.cleaned(typed)
    context: dict[str, Any] = {"query": typed, "teasers": [], "count": 0, "pages": None, "message": ""}
    if query:
        articles = searching.found(query, around.locale)
        context["teasers"], context["pages"] = listing(request, articles, around)
        context["count"] = articles.count()
    meta = page_meta(around, _("Search"), noindex=True)
    return _answer(request, "pages/search.html", around, meta, **context)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page that is not there, in the language of the address where it has one."""
    code = get_language() or settings.LINGOTYPE.readers[0]
    is_to_be_made = reads.is_reading() or is_copying()
    if not is_to_be_made and (stored := store().local(not_found_path(code))) is not None:
        return HttpResponse(stored, status=404)
    locale = Locale.objects.filter(language_code=code).first() or Locale.objects.first()
    if locale is None:
        return HttpResponse("Not found", status=404, content_type="text/plain")
    around = surroundings(locale)
    meta = page_meta(around, _("Page not found"), noindex=True)
    return _answer(request, "pages/404.html", around, meta, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed; this page needs neither database nor settings."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return database_down()
    return HttpResponse(render_to_string("pages/500.html"), status=500)


def database_down(wish: str = "") -> HttpResponse:
    """Say kindly that it does not work right now; `wish` is what the reader wanted, where that has words of its own."""
    page = render_to_string("pages/500.html", {"is_database_down": True, "wish": wish})
    return HttpResponse(page, status=503, headers={"Retry-After": str(_RETRY_SECONDS)})


def _around(name: str, *arguments: str) -> Surroundings:
    code = get_language()
    locale = fragment(("locale", code), Locale.objects.filter(language_code=code).first)
    if locale is None:
        raise Http404
    around = surroundings(locale)
    around.versions = everywhere(name, *arguments)
    around.here = (
        around.versions.get(locale.language_code) or everywhere(name, *arguments)[settings.LINGOTYPE.readers[0]]
    )
    return around


def _answer(
    request: HttpRequest, template: str, around: Surroundings, meta: Any, status: int = 200, **context: Any
) -> HttpResponse:
    return TemplateResponse(request, template, {**base_context(around, meta), **context}, status=status).render()
