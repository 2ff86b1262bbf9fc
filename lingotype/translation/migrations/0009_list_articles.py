"""The rows of `Listed` for the articles that stand there already."""

import unicodedata

from django.db import migrations


def list_articles(apps, schema_editor):
    ArticlePage = apps.get_model("newsroom", "ArticlePage")
    Page = apps.get_model("wagtailcore", "Page")
    Listed = apps.get_model("translation", "Listed")
    sections = dict(Page.objects.filter(depth=3).values_list("path", "translation_key"))
    rows = []
    originals = ArticlePage.objects.filter(made_by="original", alias_of=None).order_by()
    fields = ("pk", "title", "draft_title", "published_at", "path", "owner_id", "live")
    for pk, title, draft, published_at, path, owner, live in originals.values_list(*fields).iterator(chunk_size=500):
        words = title if draft in ("", title) else f"{title}\n{draft}"
        rows.append(
            Listed(
                article_id=pk,
                published_at=published_at,
                words=unicodedata.normalize("NFC", words.replace("\0", "")).casefold()[:600],
                section=sections.get(path[:-4]),
                owner_id=owner,
                is_public=live,
            )
        )
    Listed.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ("translation", "0008_board"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(list_articles, migrations.RunPython.noop)]
