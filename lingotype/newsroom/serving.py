"""How public pages are answered: the newsroom does not know, whoever delivers them says so here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.translation import override
from wagtail.models import Page

Renderer = Callable[[HttpRequest, Page, str], HttpResponse]

_renderers: list[Renderer] = []


def use_renderer(renderer: Renderer) -> None:
    """From now on this function answers public pages and previews: (request, page, name of the view)."""
    _renderers[:] = [renderer]


def path_of(lang: str, tree_path: str) -> str:
    """The address of a page from its place in the tree: the front page's own slug gives way to the language."""
    return f"/{lang}/{tree_path.split('/', 2)[2]}"


class PublicPage(Page if TYPE_CHECKING else object):  # type: ignore[misc]  # a base that is chosen: mypy reads the first
    """Mixin of every page that readers see: its answer comes from the renderer, previews in the editor included."""

    def get_url(self, request: Any = None, current_site: Any = None) -> str | None:
        """The page's path. There is one site, so that the page itself says where it is, and nobody is asked."""
        return path_of(self.locale.language_code, self.url_path) if self.url_path else None

    url = property(get_url)

    def serve(self, request: HttpRequest, view: str = "") -> HttpResponse:
        """The page as readers get it; `view` names another view of the same page, such as `side-by-side`."""
        return _renderers[0](request, self, view)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """A draft as readers would get it, in its own language whatever the editor's is."""
        with override(self.locale.language_code):
            response = self.serve(request)
            if isinstance(response, SimpleTemplateResponse):
                response.render()
        return response
