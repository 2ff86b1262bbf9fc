"""`lingotype withdraw LANG/SLUG`: take an article off in every language, at once."""

from argparse import ArgumentParser
from typing import Any
from urllib.parse import unquote, urlsplit

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.config.statuses import article_json
from lingotype.delivery.stale import CannotTakeOffError
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.serving import path_of
from lingotype.newsroom.withdraw import original_at, withdraw


class Command(NewsroomCommand):
    """Unpublishes an original and all its translations; publishing it again brings them back."""

    help = "Take an article off in every language, at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The article, by the language and slug of any of its versions, or by its address."""
        super().add_arguments(parser)
        parser.add_argument("article", metavar="LANG/SLUG", help="for example ru/port-vstrechaet-zimu; or its address")

    def run(self, options: dict[str, Any]) -> int:
        """Find it, withdraw it, say which pages are gone."""
        article = _original(options["article"])
        try:
            gone = [article_json(page) for page in withdraw(article)]
        except CannotTakeOffError as error:
            raise BadInputError(str(error)) from error
        if options["json"]:
            self.print_json(gone)
        for row in [] if options["json"] else gone:
            print(f"{row['lang']}  {row['url']}  withdrawn")
        if not gone and not options["json"]:
            print(f"{article.lang}/{article.slug} is not public in any language")
        return 0


def _original(written: str) -> ArticlePage:
    lang, *places = _path(written).split("/")
    if not places or not all(places):
        raise BadInputError(
            f"{written} is not LANG/SLUG, for example ru/port-vstrechaet-zimu, nor an article's address"
        )
    page = ArticlePage.objects.filter(locale__language_code=lang, slug=places[-1]).first()
    # A whole path has to be the article's own: a tag or a person may end with the same slug.
    is_there = page is not None and (len(places) == 1 or path_of(lang, page.url_path) == f"/{_path(written)}/")
    article = original_at(lang, places[-1]) if is_there else None
    if article is None:
        raise BadInputError(f"there is no article {_path(written)}; lingotype status lists them")
    return article


def _path(written: str) -> str:
    try:
        return unquote(urlsplit(written.strip()).path).strip("/")
    except ValueError:
        return ""
