"""How a text changes language."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Segments, engines, checks, the gate, and the jobs that bring every language up to date."""

    name = "lingotype.translation"
    label = "translation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the newsroom."""
        from lingotype.newsroom.signals import article_changed, article_withdrawn
        from lingotype.translation.wanted import want, want_no_more

        article_changed.connect(want, dispatch_uid="lingotype.translation.want")
        article_withdrawn.connect(want_no_more, dispatch_uid="lingotype.translation.want_no_more")
