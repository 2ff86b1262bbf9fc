"""`lingotype withdraw LANG/SLUG`: take an article off in every language, at once."""

from argparse import ArgumentParser
from typing import Any

from lingotype.config.command import BadInputError, NewsroomCommand
from lingotype.config.statuses import article_json
from lingotype.newsroom.withdraw import original_at, withdraw


class Command(NewsroomCommand):
    """Unpublishes an original and all its translations; publishing it again brings them back."""

    help = "Take an article off in every language, at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The article, by the language and slug of any of its versions."""
        super().add_arguments(parser)
        parser.add_argument("article", metavar="LANG/SLUG", help="for example ru/port-vstrechaet-zimu")

    def run(self, options: dict[str, Any]) -> int:
        """Find it, withdraw it, say which pages are gone."""
        lang, slash, slug = options["article"].strip("/").partition("/")
        if not slash or "/" in slug:
            raise BadInputError(f"{options['article']} is not LANG/SLUG, for example ru/port-vstrechaet-zimu")
        article = original_at(lang, slug)
        if article is None:
            raise BadInputError(f"there is no article {lang}/{slug}; lingotype status lists them")
        gone = [article_json(page) for page in withdraw(article)]
        if options["json"]:
            self.print_json(gone)
        for row in [] if options["json"] else gone:
            print(f"{row['lang']}  {row['url']}  withdrawn")
        if not gone and not options["json"]:
            print(f"{lang}/{slug} is not public in any language")
        return 0
