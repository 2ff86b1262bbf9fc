"""Make the plain site: its tables, and one article of the paragraphs on standard input (JSON)."""

import json
import sys

import django


def main() -> None:
    """Make it where the settings say."""
    django.setup()
    from django.core.management import call_command
    from wagtail.models import Page

    from benchmarks.plain_wagtail.models import PlainArticle

    content = json.load(sys.stdin)
    call_command("migrate", verbosity=0)
    home = Page.objects.get(depth=2)
    article = PlainArticle(title=content["title"], slug="article", body=[("paragraph", one) for one in content["body"]])
    home.add_child(instance=article)
    article.save_revision().publish()


if __name__ == "__main__":
    main()
