"""Articles that were corrected before there was a list of corrections get their day."""

from datetime import date

from django.db import migrations


def fill(apps, schema_editor):
    articles = apps.get_model("newsroom", "ArticlePage").objects.all()
    for pk, corrections in articles.values_list("pk", "corrections").iterator(500):
        days = [block["value"].get("date") for block in corrections.raw_data if block["type"] == "correction"]
        if any(days):
            articles.filter(pk=pk).update(corrected_on=max(date.fromisoformat(str(day)) for day in days if day))


class Migration(migrations.Migration):

    dependencies = [
        ("newsroom", "0003_corrections_and_reports"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
