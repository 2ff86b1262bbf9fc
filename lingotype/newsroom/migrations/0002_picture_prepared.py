"""How far a worker is with a picture's sizes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="prepared",
            field=models.PositiveSmallIntegerField(db_index=True, default=0, editable=False),
        ),
    ]
