"""How text comes in: article files."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """How text comes in: article files."""

    name = "lingotype.importing"
    label = "importing"
