"""Bringing a newsroom's database up to date: tables, locales, front pages, groups. One process at a time."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import iter_modules

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from lingotype.config.newsroom_file import NewsroomFile

_LOCK_KEY = 0x4C696E676F  # "Lingo"; any number that is ours


def bring_up_to_date() -> None:
    """Make an empty or older database fit this version and these settings; quick when nothing is to do."""
    newsroom: NewsroomFile = settings.LINGOTYPE
    with _alone(newsroom.folder):
        if not _has_every_migration():
            print("Preparing the database …", file=sys.stderr, flush=True)
            call_command("migrate", verbosity=0, interactive=False)
        from lingotype.desk.roles import plant_roles
        from lingotype.newsroom.tree import plant
        from lingotype.translation.completing import want_missing

        plant(newsroom.languages, newsroom.site_name, newsroom.site_url)
        plant_roles(newsroom.languages, newsroom.editorial)
        want_missing()


def _has_every_migration() -> bool:
    """Whether each migration that is installed has been applied. Only their names are read: loading them takes long."""
    applied = MigrationRecorder(connection).applied_migrations()
    return all(
        (app.label, module.name) in applied
        for app in apps.get_app_configs()
        for module in iter_modules([f"{app.path}/migrations"])
        if module.name[0] not in "_~"  # as Django's own loader has it
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_KEY])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_KEY])
    else:
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
