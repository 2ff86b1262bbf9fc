"""The wiring app: it knows all the others."""

from django.apps import AppConfig


class WiringConfig(AppConfig):
    """Commands, addresses and the ASGI door."""

    name = "lingotype.config"
    label = "lingotype"
