"""How public pages are answered: the newsroom does not know, whoever delivers them says so here."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

Renderer = Callable[[HttpRequest, Page, str], HttpResponse]

_renderers: list[Renderer] = []


def use_renderer(renderer: Renderer) -> None:
    """From now on this function answers public pages and previews: (request, page, name of the view)."""
    _renderers[:] = [renderer]


class PublicPage:
    """Mixin of every page that readers see: its answer comes from the renderer, previews in the editor included."""

    def serve(self, request: HttpRequest, view: str = "") -> HttpResponse:
        """The page as readers get it; `view` names another view of the same page, such as `side-by-side`."""
        return _renderers[0](request, self, view)
