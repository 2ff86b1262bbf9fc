"""The theme as a Django application, so that its templates, static files and words are found."""

from django.apps import AppConfig


class ThemeConfig(AppConfig):
    """The public face."""

    name = "lingotype.theme"
    label = "theme"
