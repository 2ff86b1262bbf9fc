"""Wagtail asks on each of its screens for the pages at the top of the tree, and has no index for that.

With 600,000 pages it would look at every one of them: seconds for a menu.
"""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("translation", "0009_list_articles"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX IF NOT EXISTS lingotype_page_depth ON wagtailcore_page (depth, path)",
            "DROP INDEX IF EXISTS lingotype_page_depth",
        ),
    ]
