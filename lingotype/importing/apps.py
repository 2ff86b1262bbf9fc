"""How text comes in: article files, and the texts of an article's sources."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """How text comes in: article files, and the texts of an article's sources."""

    name = "lingotype.importing"
    label = "importing"
    default_auto_field = "django.db.models.BigAutoField"
