"""The wiring app: it knows all the others."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class WiringConfig(AppConfig):
    """Commands, addresses and the ASGI door."""

    name = "lingotype.config"
    label = "lingotype"

    def ready(self) -> None:
        """Every new connection to the database is made ready for short questions."""
        from lingotype.config.databases import compile_nothing

        connection_created.connect(compile_nothing, dispatch_uid="lingotype.config.compile_nothing")
