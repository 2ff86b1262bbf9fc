"""How stories leave: feeds and sitemaps."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """How stories leave: feeds and sitemaps."""

    name = "lingotype.channels"
    label = "channels"
