"""How readers get pages."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Public pages: what they show, how they are rendered, and the door through which they go out."""

    name = "lingotype.delivery"
    label = "delivery"

    def ready(self) -> None:
        """Answer the newsroom's public pages, and hear of what changes them."""
        from lingotype.delivery import listening
        from lingotype.delivery.pages import render
        from lingotype.newsroom.serving import use_renderer

        use_renderer(render)
        listening.connect()
