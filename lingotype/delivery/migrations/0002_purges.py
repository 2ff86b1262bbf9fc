import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('delivery', '0001_page_store'),
    ]

    operations = [
        migrations.CreateModel(
            name='Purge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text="The page's path.", max_length=1000)),
                ('is_urgent', models.BooleanField(default=False, help_text='Withdrawn: sent before everything else.')),
                ('is_second', models.BooleanField(default=False, help_text='Sent once already, and once more to be sure.')),
                ('not_before', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('error', models.TextField(blank=True, help_text='One line: why it was not purged.')),
                ('lease', models.CharField(blank=True, db_index=True, help_text='Who sends it; empty when nobody does.', max_length=80)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['not_before'], name='purge_due')],
            },
        ),
    ]
