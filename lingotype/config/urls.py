"""Every address of the site: the desk, and below each language what readers see."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from lingotype.channels.urls import language_patterns, root_patterns
from lingotype.delivery import page_at, views
from lingotype.delivery.reporting.addresses import REPORT
from lingotype.delivery.reporting.view import report

handler404 = "lingotype.delivery.views.not_found"
handler500 = "lingotype.delivery.views.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("", views.to_reader_language, name="root"),
    *root_patterns,
    *i18n_patterns(
        *language_patterns,
        path("search/", views.search, name="search"),
        path("corrections/", views.corrections, name="corrections"),
        path("tag/<slug:slug>/", views.tag, name="tag"),
        path("people/<slug:slug>/", views.person, name="person"),
        path(f"<path:path>/{REPORT}/", report, name="report"),
        re_path(wagtail_urls.serve_pattern, page_at.page),
        path("", include(wagtail_urls)),  # the names that Wagtail makes a page's address with
    ),
]
